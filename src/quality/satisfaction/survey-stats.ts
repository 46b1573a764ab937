import type { z } from 'zod';
import { type keptQuestionnaireSchema, overallOf } from '../../org/customers/questionnaire-shape.ts';
import type { FactRow, FigureLine } from '../../records/declaration/figures.ts';
import { isSatisfied, scoreSchema } from './score.ts';
import type { SurveyResult } from './survey-results.ts';

/** A survey's contacts and answers. */
export interface SurveyAnswers {
  readonly sentAt?: string | undefined;
  readonly questionnaire?: z.output<typeof keptQuestionnaireSchema> | undefined;
  readonly contactIds: readonly string[];
  readonly results: readonly SurveyResult[];
}

/** For surveys that were sent and not canceled: how many contacts answered, and how many of those are satisfied. */
export function surveyStats(rows: readonly FactRow<SurveyAnswers>[]): readonly FigureLine[] {
  const sent = rows.filter(({ state, data }) => state !== 'cancelled' && data.sentAt !== undefined);
  const results = sent.flatMap(({ data }) => data.results);
  const scores = sent.flatMap(({ data: { questionnaire, results: own } }) => {
    const overall = questionnaire && overallOf(questionnaire);
    return own.flatMap(({ ratings }) => {
      const score = scoreSchema.safeParse(overall === undefined ? undefined : ratings[overall]).data;
      return score === undefined ? [] : [score];
    });
  });
  const asked = sent.reduce((sum, { data }) => sum + data.contactIds.length, 0);
  return [
    { label: 'survey.figure.sent', value: sent.length },
    { label: 'survey.figure.response', value: { met: results.length, of: asked } },
    { label: 'survey.figure.csat', value: { met: scores.filter(isSatisfied).length, of: scores.length } },
  ];
}
