import type { Period } from '../../src/calendar/period.ts';
import type { FiguresContext } from '../../src/figures/figures-context.ts';
import { readVisits } from '../../src/quality/visit/read-visits.ts';
import { type Audience, serves, siteOfChannel } from './digest-channel.ts';
import { comparedWith } from './occurrences.ts';
import { satisfactionBefore } from './satisfaction.ts';
import type { WeeklyDigestContent } from './weekly-content.ts';
import { weeklyDigest } from './weekly-overdue.ts';

/** All that a week's digest tells an audience: what is overdue, against the week before; how satisfied customers were then; who is visited. */
export async function gatherWeek(
  audience: Audience,
  week: Period,
  context: FiguresContext,
): Promise<WeeklyDigestContent> {
  const then = comparedWith(week, siteOfChannel(audience, context.org), context.org);
  const overdue = await weeklyDigest(audience, week, then, context);
  const satisfaction = await satisfactionBefore(audience, week, context);
  return { ...overdue, satisfaction, visits: await visitsIn(audience, week, context) };
}

/** The visits of a week whose day is agreed with the customer, the earliest first. */
export async function visitsIn(
  audience: Audience,
  week: Period,
  { org, facts }: Pick<FiguresContext, 'org' | 'facts'>,
): Promise<WeeklyDigestContent['visits']> {
  const all = await readVisits(facts, week.first, siteOfChannel(audience, org).zone);
  return all
    .flatMap(({ state, restricted, departmentId, customerId, onDay = '' }) => {
      const isOurs = state === 'agreed' && !restricted && serves(audience, departmentId);
      const name = org.customer(customerId)?.name ?? { zh: customerId, en: customerId };
      return isOurs && week.first <= onDay && onDay <= week.last ? [{ name, day: onDay }] : [];
    })
    .toSorted((left, right) => left.day.localeCompare(right.day));
}
