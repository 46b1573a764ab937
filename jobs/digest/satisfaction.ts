import { shiftDay } from '../../src/calendar/day.ts';
import { monthBefore, type Period, weekOf } from '../../src/calendar/period.ts';
import type { FactsContext } from '../../src/figures/figures-context.ts';
import { scoresOf, withComments } from '../../src/figures/satisfaction/compute.ts';
import { readSatisfaction, type SatisfactionRows } from '../../src/figures/satisfaction/read.ts';
import { spanOf } from '../../src/figures/scope.ts';
import { type Audience, serves, siteOfChannel } from './digest-channel.ts';
import type { MonthlySatisfactionContent, WeeklySatisfaction } from './satisfaction-content.ts';

/** How many months the trend shows. */
const TREND = 6;
const WORST = 3;
/** The length of a comment quoted in a post. */
const MOST_TEXT = 120;

/** Customer satisfaction with the services of the previous week; null if none was completed. */
export async function satisfactionBefore(
  audience: Audience,
  week: Period,
  context: FactsContext,
): Promise<WeeklySatisfaction | null> {
  const { zone } = siteOfChannel(audience, context.org);
  const rows = await read(audience, spanOf(weekOf(shiftDay(week.first, -1)), zone), context);
  if (rows.owed === 0) return null;
  return { satisfied: scoresOf(rows.services).satisfied, rated: { met: rows.services.length, of: rows.owed } };
}

/** Customer feedback for a month, compared with the month before, and the months before it; null if nobody was asked. */
export async function monthlySatisfaction(
  audience: Audience,
  month: Period,
  context: FactsContext,
): Promise<MonthlySatisfactionContent | null> {
  const { org } = context;
  const { zone } = siteOfChannel(audience, org);
  const readMonth = (one: Period) => read(audience, spanOf(one, zone), context);
  const rows = await readMonth(month);
  if (rows.owed === 0 && rows.invited === 0) return null;
  const earlier: { readonly first: string; readonly rows: SatisfactionRows }[] = [];
  for (let back = TREND - 1; back > 0; back -= 1) {
    const one = monthBefore(month.first, back);
    earlier.push({ first: one.first, rows: await readMonth(one) });
  }
  const before = earlier.at(-1)?.rows;
  const comments = withComments([...rows.services, ...rows.remarks]);
  return {
    notice: 'monthly-satisfaction',
    first: month.first,
    figures: {
      services: scoresOf(rows.services),
      servicesBefore: scoresOf(before?.services ?? []),
      rated: { met: rows.services.length, of: rows.owed },
      surveys: scoresOf(rows.surveys),
      surveysBefore: scoresOf(before?.surveys ?? []),
      answered: { met: rows.answered, of: rows.invited },
      months: [...earlier, { first: month.first, rows }].map(({ first, rows: said }) => ({
        first,
        services: scoresOf(said.services).satisfied,
        surveys: scoresOf(said.surveys).satisfied,
      })),
    },
    smallSample: org.settings.figures.smallSample,
    comments: comments.slice(0, WORST).map(({ score, number, comment, projectId }) => ({
      score,
      number,
      text: (comment ?? '').slice(0, MOST_TEXT),
      project: org.project(projectId ?? '')?.name ?? null,
    })),
  };
}

const read = (audience: Audience, span: ReturnType<typeof spanOf>, context: FactsContext): Promise<SatisfactionRows> =>
  readSatisfaction(span, context, ({ departmentId }) => serves(audience, departmentId));
