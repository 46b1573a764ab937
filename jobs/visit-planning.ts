import { type Day, dayOf, endOfDay, yearOf } from '../src/calendar/day.ts';
import { instantAt } from '../src/calendar/instant-at.ts';
import { contracts } from '../src/quality/contracts.ts';
import { type NumberedVisit, readVisits } from '../src/quality/visit/read-visits.ts';
import { visitsDue } from '../src/quality/visit/visits-due.ts';
import { raise } from '../src/records/shape/contract.ts';
import { CORE } from '../src/records/shape/effect.ts';
import { dailyAt, type PeriodicJob } from '../src/schedule/define-job.ts';

/** Each morning at the first site: plans the visits whose interval is about to end (R29, R38). Each is created once, per customer and interval. */
export const visitPlanning: PeriodicJob = {
  name: 'visit-planning',
  per: 'site',
  cronTimes: (org) => dailyAt(org.settings.reminderTime, org),
  occurrencesDue(org, now) {
    return org.sites.slice(0, 1).flatMap(({ id, zone }) => {
      const day = dayOf(now, zone);
      const dueAt = instantAt(day, org.settings.reminderTime, zone);
      return now < dueAt ? [] : [{ scope: id, period: day, dueAt, until: endOfDay(day, zone) }];
    });
  },
  async run({ scope, period }, { org, facts }) {
    const { zone } = org.site(scope) ?? org.siteOfDepartment('');
    const visits = await readVisits(facts, period, zone);
    return visitsDue(visits, org, period).map(({ customerId, dueDay }) => ({
      key: `visit-planning:${customerId}:${intervalOf(customerId, visits, period)}`,
      route: CORE,
      ...raise(contracts.visit.raise, { customerId, dueDay, planned: true }),
    }));
  },
};

/**
 * The interval that a plan is for: the one after the latest visit created, and the same each morning until the next visit exists, however
 * late that is. The day would not do: for overdue and first visits it keeps moving. Without any visit, the first of a year.
 */
function intervalOf(customer: string, visits: readonly NumberedVisit[], today: Day): string {
  const numbers = visits.flatMap(({ customerId, number }) => (customerId === customer ? [number] : []));
  const last = numbers.sort((left, right) => left.localeCompare(right, 'en', { numeric: true })).at(-1);
  return last === undefined ? `first:${yearOf(today)}` : `after:${last}`;
}
