import { shiftDay } from '../calendar/day.ts';
import { monthOf, type Period, type PeriodKind, periodBefore } from '../calendar/period.ts';
import { MOST_COMMENTS, MOST_PARTS, type ReportFigures } from '../quality/satisfaction-report/report-figures.ts';
import { type Belonging, type QuestionVoice, readSatisfaction, type SatisfactionRows } from './read-satisfaction.ts';
import { type AnalysisGround, type ServiceScope, spanOf } from './read-service.ts';
import { commentsByScore, satisfactionBy, satisfactionFigures, type Voice } from './satisfaction-figures.ts';

/** What a report quotes of a comment. */
const MOST_TEXT = 300;

/** The figures of a month, a quarter or a year, of a project, of a customer or of all, by the clock of a zone, as things stand now. */
export async function reportFigures(
  { kind, period, zone }: { readonly kind: PeriodKind; readonly period: Period; readonly zone: string },
  ground: Pick<AnalysisGround, 'facts' | 'org'>,
  scope: ServiceScope = {},
): Promise<ReportFigures> {
  const isWanted = ({ projectId, customerId }: Belonging) =>
    (scope.projectId === undefined || projectId === scope.projectId) &&
    (scope.customerId === undefined || customerId === scope.customerId);
  const rows = await readSatisfaction(spanOf(period, zone), ground, isWanted);
  const before = await readSatisfaction(spanOf(periodBefore(kind, period), zone), ground, isWanted);
  const all = [...rows.services, ...rows.surveys];
  const { projects } = ground.org;
  return {
    services: scoresOf(rows.services),
    servicesBefore: scoresOf(before.services),
    rated: { met: rows.services.length, of: rows.owed },
    surveys: scoresOf(rows.surveys),
    surveysBefore: scoresOf(before.surveys),
    answered: { met: rows.answered, of: rows.invited },
    customers: satisfactionBy(all, 'customerId').slice(0, MOST_PARTS),
    projects: satisfactionBy(all, 'projectId').slice(0, MOST_PARTS),
    specialties: projects
      .flatMap(({ id: projectId }) =>
        satisfactionBy(
          all.filter((voice) => voice.projectId === projectId),
          'specialtyId',
        ).map((part) => ({ ...part, projectId })),
      )
      .slice(0, MOST_PARTS),
    questions: byQuestion(rows.questions).slice(0, MOST_PARTS),
    months: monthsOf(period, rows, zone),
    comments: commentsByScore([...rows.services, ...rows.remarks])
      .flatMap(({ said }) => said)
      .slice(0, MOST_COMMENTS)
      .map(({ score, number, comment }) => ({ score, number, text: (comment ?? '').slice(0, MOST_TEXT) })),
  };
}

/** The figures of what some said. */
export const scoresOf = (voices: readonly Voice[]) => satisfactionFigures(voices.map(({ score }) => score));

function byQuestion(voices: readonly QuestionVoice[]): ReportFigures['questions'] {
  const ids = [...new Set(voices.map(({ id }) => id))];
  return ids.map((id) => {
    const own = voices.filter((voice) => voice.id === id);
    const text = own.at(-1)?.text ?? { zh: id, en: id };
    return { id, text, figures: satisfactionFigures(own.map(({ score }) => score)) };
  });
}

/** CSAT of each month from a first to a last day. */
export function monthsOf(
  { first, last }: Pick<Period, 'first' | 'last'>,
  { services, surveys }: SatisfactionRows,
  zone: string,
) {
  const months: ReportFigures['months'] = [];
  for (let month = monthOf(first); month.first <= last; month = monthOf(shiftDay(month.last, 1))) {
    const { from, to } = spanOf(month, zone);
    // Instants in one form compare as texts.
    const [begin, end] = [from.toISOString(), to.toISOString()];
    const isIn = ({ at }: Voice) => begin <= at && at < end;
    const shareIn = (voices: readonly Voice[]) => scoresOf(voices.filter(isIn)).satisfied;
    months.push({ first: month.first, services: shareIn(services), surveys: shareIn(surveys) });
  }
  return months;
}
