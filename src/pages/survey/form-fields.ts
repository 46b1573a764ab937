import type { Questionnaire } from '../../org/customers/questionnaire-shape.ts';
import {
  openParts,
  type Part,
  type SurveyInvitationData,
} from '../../quality/survey-invitation/survey-invitation-data.ts';
import type { PageForm } from '../page-handler.ts';

/** The field names of one survey on the page: a letter for the survey, and the question's id; in a multiple choice each option has its own. */
export interface PartFields {
  readonly nameOf: (question: string) => string;
  readonly optionName: (question: string, option: string) => string;
  /** The answers in a form, by question. */
  readonly read: (form: PageForm) => Record<string, string | string[]>;
}

/** The field names of a part's questions on the page. */
export function fieldsOf(part: Part, { questions }: Questionnaire, { parts }: SurveyInvitationData): PartFields {
  const place = parts.indexOf(part);
  const nameOf = (question: string) => `p${place}.${question}`;
  const optionName = (question: string, option: string) => `p${place}.${question}.${option}`;
  return {
    nameOf,
    optionName,
    read: (form) =>
      Object.fromEntries(
        questions.map((question) => {
          if (question.kind !== 'choice' || !question.many) return [question.id, form[nameOf(question.id)] ?? ''];
          const chosen = question.options.filter(({ id }) => form[optionName(question.id, id)] === id);
          return [question.id, chosen.map(({ id }) => id)];
        }),
      ),
  };
}

/** The previous answers, as form fields. */
export function givenBy(data: SurveyInvitationData): PageForm {
  const entries = openParts(data).flatMap((part) => {
    const questionnaire = data.forms[part.form];
    if (!questionnaire || !part.answers) return [];
    const { nameOf, optionName } = fieldsOf(part, questionnaire, data);
    const { ratings, choices, texts } = part.answers;
    const many = new Set(questionnaire.questions.flatMap((one) => (one.kind === 'choice' && one.many ? [one.id] : [])));
    return [
      ...Object.entries(ratings).map(([question, value]) => [nameOf(question), String(value)]),
      ...Object.entries(choices).flatMap(([question, ids]) =>
        ids.map((id) => [many.has(question) ? optionName(question, id) : nameOf(question), id]),
      ),
      ...Object.entries(texts).map(([question, text]) => [nameOf(question), text]),
    ];
  });
  return Object.fromEntries(entries);
}
