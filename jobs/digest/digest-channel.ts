import { type Day, endOfDay } from '../../src/calendar/day.ts';
import { instantAt } from '../../src/calendar/instant-at.ts';
import type { Channel, Organisation, Site } from '../../src/org/organisation.ts';

/** The audience of a digest: the departments a channel serves, and the workspace in which people are mentioned. */
export type Audience = Pick<Channel, 'platform' | 'workspace' | 'departments'>;

/** The channels with a given purpose. */
export const channelsFor = (purpose: Channel['purposes'][number], { data }: Organisation): readonly Channel[] =>
  data.channels.filter(({ purposes }) => purposes.includes(purpose));

/** The site whose time zone and calendar a channel uses: that of the first department it serves, else the first site. */
export function siteOfChannel({ departments }: Pick<Channel, 'departments'>, org: Organisation): Site {
  return org.siteOfDepartment(departments === 'all' ? '' : (departments[0] ?? ''));
}

/** Whether a channel covers a department's records; records without a department only if it covers all. */
export function serves({ departments }: Pick<Channel, 'departments'>, departmentId: string | null): boolean {
  return departments === 'all' || (departmentId !== null && departments.includes(departmentId));
}

/** An occurrence from a time of day until the end of another day, in a time zone. */
export const spanOf = (day: Day, time: string, last: Day, zone: string) => ({
  dueAt: instantAt(day, time, zone),
  until: endOfDay(last, zone),
});
