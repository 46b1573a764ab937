import { dayOf, endOfDay, shiftDay } from '../src/calendar/day.ts';
import { instantAt } from '../src/calendar/instant-at.ts';
import { visitData } from '../src/quality/visit/visit-data.ts';
import { visitsDue } from '../src/quality/visit/visits-due.ts';
import { CORE } from '../src/records/effect.ts';
import { dailyAt, type PeriodicJob } from '../src/schedule/define-job.ts';

/** Longer than any interval of a level, and how far ahead a visit may be planned. */
const DAYS_BACK = 1200;
const DAYS_AHEAD = 800;

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
    const span = {
      from: instantAt(shiftDay(period, -DAYS_BACK), '00:00', zone),
      to: instantAt(shiftDay(period, DAYS_AHEAD), '00:00', zone),
    };
    const rows = await facts.between('visit', span, visitData.pick({ customerId: true, dueDay: true, onDay: true }));
    const known = rows.map(({ state, data }) => ({ state, ...data }));
    return visitsDue(known, org, period).map(({ customerId, dueDay }) => ({
      kind: 'raise',
      key: `visit-planning:${customerId}:${dueDay}`,
      route: CORE,
      type: 'visit',
      input: { customerId, dueDay, planned: true },
    }));
  },
};
