import { shiftDay } from '../../calendar/day.ts';
import { monthOf, type Period, type PeriodKind, periodBefore } from '../../calendar/period.ts';
import { groupBy } from '../../group-by.ts';
import { MOST_COMMENTS, MOST_PARTS, type ReportFigures } from '../../quality/satisfaction-report/report-figures.ts';
import type { FactsContext } from '../figures-context.ts';
import { isInScope, type ServiceScope, spanOf } from '../scope.ts';
import { satisfactionBy, satisfactionFigures, scoresOf, type Voice, withComments } from './compute.ts';
import { type QuestionVoice, readSatisfaction, type SatisfactionRows } from './read.ts';

/** The most characters of a comment that a report quotes. */
const MOST_TEXT = 300;

/** The figures of a month, quarter or year for a project, a customer or everything, by the clock of a zone, as of now. */
export async function reportFigures(
  { kind, period, zone }: { readonly kind: PeriodKind; readonly period: Period; readonly zone: string },
  context: Pick<FactsContext, 'facts' | 'org'>,
  scope: ServiceScope = {},
): Promise<ReportFigures> {
  const rows = await readSatisfaction(spanOf(period, zone), context, isInScope(scope));
  const before = await readSatisfaction(spanOf(periodBefore(kind, period), zone), context, isInScope(scope));
  const all = [...rows.services, ...rows.surveys];
  return {
    services: scoresOf(rows.services),
    servicesBefore: scoresOf(before.services),
    rated: { met: rows.services.length, of: rows.owed },
    surveys: scoresOf(rows.surveys),
    surveysBefore: scoresOf(before.surveys),
    answered: { met: rows.answered, of: rows.invited },
    customers: satisfactionBy(all, 'customerId').slice(0, MOST_PARTS),
    projects: satisfactionBy(all, 'projectId').slice(0, MOST_PARTS),
    specialties: [...groupBy(all, ({ projectId }) => projectId ?? '')]
      .flatMap(([projectId, own]) => satisfactionBy(own, 'specialtyId').map((part) => ({ ...part, projectId })))
      .slice(0, MOST_PARTS),
    questions: byQuestion(rows.questions).slice(0, MOST_PARTS),
    months: monthsOf(period, rows, zone),
    comments: withComments([...rows.services, ...rows.remarks])
      .slice(0, MOST_COMMENTS)
      .map(({ score, number, comment }) => ({ score, number, text: (comment ?? '').slice(0, MOST_TEXT) })),
  };
}

function byQuestion(voices: readonly QuestionVoice[]): ReportFigures['questions'] {
  return [...groupBy(voices, ({ id }) => id)].map(([id, own]) => {
    const text = own.at(-1)?.text ?? { zh: id, en: id };
    return { id, text, figures: satisfactionFigures(own.map(({ score }) => score)) };
  });
}

/** CSAT of each month of a period. */
function monthsOf({ first, last }: Period, { services, surveys }: SatisfactionRows, zone: string) {
  const months: ReportFigures['months'] = [];
  for (let month = monthOf(first); month.first <= last; month = monthOf(shiftDay(month.last, 1))) {
    const { from, to } = spanOf(month, zone);
    // Instants in the same format compare as text.
    const [begin, end] = [from.toISOString(), to.toISOString()];
    const shareIn = (voices: readonly Voice[]) =>
      scoresOf(voices.filter(({ at }) => begin <= at && at < end)).satisfied;
    months.push({ first: month.first, services: shareIn(services), surveys: shareIn(surveys) });
  }
  return months;
}
