import { dayOf, endOfDay } from '../src/calendar/day.ts';
import { instantAt } from '../src/calendar/instant-at.ts';
import { readVisits } from '../src/quality/visit/read-visits.ts';
import { visitsDue } from '../src/quality/visit/visits-due.ts';
import { CORE } from '../src/records/effect.ts';
import { dailyAt, type PeriodicJob } from '../src/schedule/define-job.ts';

/** Each morning at the first site: plans the visits whose interval is about to end (R29, R38). Each is raised once, by customer and day. */
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
    return visitsDue(await readVisits(facts, period, zone), org, period).map(({ customerId, dueDay }) => ({
      kind: 'raise',
      key: `visit-planning:${customerId}:${dueDay}`,
      route: CORE,
      type: 'visit',
      input: { customerId, dueDay, planned: true },
    }));
  },
};
