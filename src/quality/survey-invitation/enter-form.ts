import { z } from 'zod';
import type { Field } from '../../chat/form.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import { MOST_QUESTIONS, type Question, type Questionnaire } from '../../org/customers/questionnaire-shape.ts';
import { nameOf } from '../../org/organisation.ts';
import type { Ask } from '../../records/declaration/ask.ts';
import { choiceField, optionsFrom } from '../../records/declaration/fields.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { scoreKey, scores } from '../satisfaction/score.ts';
import { aboutPart } from './about-part.ts';
import { openParts, type Part, type SurveyInvitationData } from './survey-invitation-data.ts';
import { surveyInvitationWords } from './words.ts';

const value = z.union([z.string().max(2000), z.number(), z.array(z.string().max(60)).max(12)]).optional();
const fields = Object.fromEntries(
  Array.from({ length: MOST_QUESTIONS }, (_one, index) => [`q${index + 1}`, value] as const),
);

const typed = z.object({ via: z.enum(['phone', 'paper', 'staff']), ...fields });

/** What staff typed, by the question's position in the form. */
export interface Entered {
  readonly via: 'phone' | 'paper' | 'staff';
  readonly answers: Readonly<Record<string, unknown>>;
}

/** The next survey to enter answers for: the first without any, otherwise the first that may be corrected. */
export function firstToEnter({ data }: RecordOf<SurveyInvitationData>): { part: Part; form: Questionnaire } | null {
  const open = openParts(data);
  const part = open.find(({ answers }) => answers === undefined) ?? open[0];
  const form = part && data.forms[part.form];
  return part && form ? { part, form } : null;
}

/** The typed answers by question id. */
export const byQuestion = ({ questions }: Questionnaire, { answers }: Entered): Record<string, unknown> =>
  Object.fromEntries(questions.map(({ id }, index) => [id, answers[`q${index + 1}`]]));

/** The questions of one survey, to fill in for the contact. */
export const enterForm: Ask<SurveyInvitationData, Entered> = {
  schema: typed.transform(({ via, ...answers }): Entered => ({ via, answers })),
  intro: (record, view) => {
    const next = record && firstToEnter(record);
    return next ? aboutPart(next.part, view) : '';
  },
  fields(record, { locale }) {
    const next = record && firstToEnter(record);
    const questions = next?.form.questions ?? [];
    return [
      choiceField(
        locale,
        { name: 'via', label: surveyInvitationWords.field.via, required: true },
        optionsFrom(locale, ['phone', 'paper', 'staff'], 'surveyInvitation.via'),
        'phone',
      ),
      ...questions.map((question, index) => fieldFor(question, index, next?.part, locale)),
    ];
  },
};

function fieldFor(question: Question, index: number, part: Part | undefined, locale: Locale): Field {
  const base = { name: `q${index + 1}`, label: nameOf(question.text, locale), required: question.required };
  const { ratings = {}, choices = {}, texts = {} } = part?.answers ?? {};
  const rated = ratings[question.id];
  const initial = rated === undefined ? {} : { initial: [String(rated)] };
  switch (question.kind) {
    case 'rating':
      return {
        kind: 'choice',
        ...base,
        options: scores.map((score) => ({
          value: String(score),
          label: `${translate(locale, scoreKey(score))} ${score}`,
        })),
        ...initial,
      };
    case 'nps':
      return {
        kind: 'choice',
        ...base,
        options: Array.from({ length: 11 }, (_one, points) => ({
          value: String(10 - points),
          label: String(10 - points),
        })),
        ...initial,
      };
    case 'choice': {
      const chosen = choices[question.id];
      return {
        kind: 'choice',
        ...base,
        options: question.options.map(({ id, text }) => ({ value: id, label: nameOf(text, locale) })),
        ...(question.many && { many: true }),
        ...(chosen && { initial: chosen }),
      };
    }
    case 'text': {
      const said = texts[question.id];
      return { kind: 'longText', ...base, max: 2000, ...(said !== undefined && { initial: said }) };
    }
    default:
      return question satisfies never;
  }
}
