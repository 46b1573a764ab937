import type { AnalysisGround } from '../../src/analysis/read-service.ts';
import type { Period } from '../../src/calendar/period.ts';
import { readVisits } from '../../src/quality/visit/read-visits.ts';
import { type Audience, serves, siteOfChannel } from './digest-channel.ts';
import type { WeeklyDigestContent } from './weekly-content.ts';

/** The visits of a week whose day is agreed with the customer, the earliest first. */
export async function visitsIn(
  audience: Audience,
  week: Period,
  { org, facts }: Pick<AnalysisGround, 'org' | 'facts'>,
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
