import { z } from 'zod';
import { overallOf, type Questionnaire } from '../../org/customers/questionnaire-shape.ts';

const id = z.string().max(60);

/** What a survey keeps of one contact's answers: only ratings. The invitation keeps the comments and how they were given. */
export const surveyResultSchema = z.object({
  contactId: id,
  /** The invitation's number. */
  number: id,
  at: z.iso.datetime(),
  ratings: z.record(z.string().max(40), z.number().int().min(0).max(10)),
});
export type SurveyResult = z.output<typeof surveyResultSchema>;

/** The results with one more; a contact's new answers replace the earlier ones. */
export function withResult(results: readonly SurveyResult[], result: SurveyResult): SurveyResult[] {
  const known = results.findIndex(({ contactId }) => contactId === result.contactId);
  return known === -1 ? [...results, result] : results.with(known, result);
}

/** Figures of a survey. Shares are fractions of 1; null without data. */
export const surveyFiguresSchema = z.object({
  invited: z.number().int(),
  answered: z.number().int(),
  /** CSAT: the share of 4 and 5 among the overall ratings. */
  csat: z.number().nullable(),
  mean: z.number().nullable(),
  /** Promoters (9, 10) minus detractors (0 to 6), in points from -100 to 100. */
  nps: z.number().nullable(),
});
export type SurveyFigures = z.output<typeof surveyFiguresSchema>;

/** Computes a survey's figures from the contacts' answers. */
export function figuresOf(
  questionnaire: Questionnaire,
  invited: number,
  results: readonly SurveyResult[],
): SurveyFigures {
  const overall = valuesOf(results, overallOf(questionnaire));
  const recommended = valuesOf(results, questionnaire.questions.find(({ kind }) => kind === 'nps')?.id);
  const share = (values: readonly number[], counts: (value: number) => boolean) =>
    values.length === 0 ? null : values.filter(counts).length / values.length;
  const promoters = recommended.filter((value) => value >= 9).length;
  const detractors = recommended.filter((value) => value <= 6).length;
  return {
    invited,
    answered: results.length,
    csat: share(overall, (value) => value >= 4),
    mean: overall.length === 0 ? null : overall.reduce((sum, value) => sum + value, 0) / overall.length,
    nps: recommended.length === 0 ? null : Math.round(((promoters - detractors) * 100) / recommended.length),
  };
}

const valuesOf = (results: readonly SurveyResult[], question: string | undefined): number[] =>
  results.flatMap(({ ratings }) => (question === undefined ? [] : (ratings[question] ?? [])));
