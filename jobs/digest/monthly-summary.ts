import { endOfDay, startOfDay } from '../../src/calendar/day.ts';
import { monthBefore, type Period } from '../../src/calendar/period.ts';
import type { ClosedTimeRange } from '../../src/figures/clocks.ts';
import type { FiguresContext } from '../../src/figures/figures-context.ts';
import { closed } from '../../src/figures/finding/compute.ts';
import { causesOf, departmentsOf, figuresOf, openedIn, scopeOf } from '../../src/figures/finding/read.ts';
import { type Audience, siteOfChannel } from './digest-channel.ts';
import type { MonthlySummaryContent } from './monthly-content.ts';

/** How many months the trend shows, including the summarized one. */
const TREND = 6;

/** The summary of a month for an audience, in the time zone of its channel's site, as of now. */
export async function monthlySummary(
  audience: Audience,
  month: Period,
  context: Pick<FiguresContext, 'org' | 'reports' | 'now'>,
): Promise<MonthlySummaryContent> {
  const { org } = context;
  const { zone } = siteOfChannel(audience, org);
  const spanOf = ({ first, last }: Period): ClosedTimeRange => ({
    from: startOfDay(first, zone),
    to: endOfDay(last, zone),
  });
  const months = Array.from({ length: TREND }, (_, index) => monthBefore(month.first, TREND - 1 - index));
  const scope = await scopeOf(audience.departments, spanOf(months[0] ?? month).from, context);
  const span = spanOf(month);
  return {
    notice: 'monthly-summary',
    first: month.first,
    figures: await figuresOf(scope, span, context),
    before: await figuresOf(scope, spanOf(monthBefore(month.first, 1)), context),
    departments: await departmentsOf(scope, span, context),
    causes: causesOf(scope.rows, span, context),
    trend: await Promise.all(
      months.map(async (one) => ({
        first: one.first,
        opened: await openedIn(scope, spanOf(one), context),
        closed: closed(scope.rows, spanOf(one)).length,
      })),
    ),
  };
}
