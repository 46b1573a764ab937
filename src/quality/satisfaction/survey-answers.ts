import { z } from 'zod';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Question, Questionnaire } from '../../org/customers/questionnaire-shape.ts';
import { freeText } from '../../records/shape/free-text.ts';

const question = z.string().max(40);
export const COMMENT_LIMIT = 2000;

/** Answers by question: ratings are 1 to 5, recommendations 0 to 10, choices are option ids. */
export const surveyAnswersSchema = z.object({
  ratings: z.record(question, z.number().int().min(0).max(10)),
  choices: z.record(question, z.array(question).max(12)),
  texts: z.record(question, freeText(COMMENT_LIMIT)),
});
export type SurveyAnswers = z.output<typeof surveyAnswersSchema>;

/** Answers checked against their questionnaire: the answers, or the error of each question. */
export type ReadAnswers =
  | { readonly ok: true; readonly answers: SurveyAnswers }
  | { readonly ok: false; readonly errors: Readonly<Record<string, MessageKey>> };

/**
 * Reads answers from a page or form: text, number or list by question; blank means no answer. Answers to questions not in the questionnaire are
 * dropped.
 */
export function readSurveyAnswers({ questions }: Questionnaire, given: Readonly<Record<string, unknown>>): ReadAnswers {
  const answers: SurveyAnswers = { ratings: {}, choices: {}, texts: {} };
  const errors: Record<string, MessageKey> = {};
  for (const one of questions) {
    const error = readOne(one, given[one.id], answers);
    if (error) errors[one.id] = error;
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, answers };
}

function readOne(question: Question, given: unknown, answers: SurveyAnswers): MessageKey | null {
  const said = [given]
    .flat()
    .flatMap((value: unknown) => (typeof value === 'string' || typeof value === 'number' ? [String(value).trim()] : []))
    .filter((value) => value !== '');
  const [first] = said;
  if (first === undefined) return question.required ? 'survey.form.required' : null;
  switch (question.kind) {
    case 'rating':
    case 'nps': {
      const [least, most] = question.kind === 'rating' ? [1, 5] : [0, 10];
      if (!/^\d{1,2}$/.test(first) || Number(first) < least || Number(first) > most) return 'survey.form.choose';
      answers.ratings[question.id] = Number(first);
      return null;
    }
    case 'choice': {
      const known = new Set(question.options.map(({ id }) => id));
      if (said.some((id) => !known.has(id)) || (!question.many && said.length > 1)) return 'survey.form.choose';
      answers.choices[question.id] = [...new Set(said)];
      return null;
    }
    case 'text':
      if (first.length > COMMENT_LIMIT) return 'survey.form.tooLong';
      answers.texts[question.id] = first;
      return null;
    default:
      return question satisfies never;
  }
}
