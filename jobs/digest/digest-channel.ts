import { type Day, endOfDay } from '../../src/calendar/day.ts';
import { instantAt } from '../../src/calendar/instant-at.ts';
import type { Channel, Organisation, Site } from '../../src/org/organisation.ts';

/** Whom a digest is for: the departments a channel serves, and the workspace in which people are mentioned. */
export type Audience = Pick<Channel, 'platform' | 'workspace' | 'departments'>;

/** The channels that serve a purpose. */
export const channelsFor = (purpose: Channel['purposes'][number], { data }: Organisation): readonly Channel[] =>
  data.channels.filter(({ purposes }) => purposes.includes(purpose));

/** The site by whose clock and calendar a channel lives: that of the first department it serves, else the first of all. */
export function siteOfChannel({ departments }: Pick<Channel, 'departments'>, org: Organisation): Site {
  return org.siteOfDepartment(departments === 'all' ? '' : (departments[0] ?? ''));
}

/** Whether a channel is told of a department's records; of those that no department has yet, only where it serves all. */
export function serves({ departments }: Pick<Channel, 'departments'>, departmentId: string | null): boolean {
  return departments === 'all' || (departmentId !== null && departments.includes(departmentId));
}

/** A turn from a day's time until the end of another day, by a zone's clock. */
export const spanOf = (day: Day, time: string, last: Day, zone: string) => ({
  dueAt: instantAt(day, time, zone),
  until: endOfDay(last, zone),
});
