import type { Period } from '../../src/calendar/period.ts';
import type { FiguresContext } from '../../src/figures/figures-context.ts';
import { readVisits } from '../../src/quality/visit/read-visits.ts';
import { type Audience, serves, siteOfChannel } from './digest-channel.ts';
import { comparedWith } from './occurrences.ts';
import { satisfactionBefore } from './satisfaction.ts';
import type { WeeklyDigestContent } from './weekly-content.ts';
import { weeklyDigest } from './weekly-overdue.ts';

/** The content of a week's digest for an audience: what is overdue, compared with the week before; that week's satisfaction; customer visits. */
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

/** The visits of a week with a day agreed with the customer, earliest first. */
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
