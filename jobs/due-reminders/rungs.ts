import { dayOf } from '../../src/calendar/day.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import { mayRead } from '../../src/records/access.ts';
import { siteOf } from '../../src/records/due.ts';
import type { DueItem } from '../../src/records/due-query.ts';

/** How something due stands on a morning, by the clock and calendar of its own site. */
export interface Reckoned extends DueItem {
  readonly late: boolean;
  /** Working days since the deadline. */
  readonly overBy: number;
  /** Working days to go; the last working day before a deadline on a day off is one day off as well. */
  readonly dueIn: number;
}

/** Reckons how something due stands at an instant. */
export function reckon(item: DueItem, org: Organisation, now: Date): Reckoned {
  const calendar = org.calendarOf(siteOf(item, org));
  const today = dayOf(now, calendar.zone);
  const { day } = item;
  if (day < today) return { ...item, late: true, overBy: calendar.workingDaysBetween(day, today), dueIn: 0 };
  const offDay = day > today && !calendar.isWorkingDay(day).working ? 1 : 0;
  return { ...item, late: false, overBy: 0, dueIn: calendar.workingDaysBetween(today, day) + offDay };
}

/** Whether the ladder has a rung for it this morning (`settings.reminders`). */
export function isReminded({ late, overBy, dueIn }: Reckoned, { settings }: Organisation): boolean {
  const { before, onTheDay, overdueEvery } = settings.reminders;
  if (late) return Math.max(overBy - 1, 0) % overdueEvery === 0;
  return dueIn === 0 ? onTheDay : before.includes(dueIn);
}

/** Whom a rung of the ladder tells. */
export interface Escalation {
  readonly after: number;
  readonly personIds: readonly string[];
}

/**
 * The rungs that something late has reached, with the people each tells: the head of the owner's department or whoever has the
 * role, and those who stand in for them; never its owners themselves, nor anybody who may not see it.
 */
export function escalationsOf(item: Reckoned, org: Organisation, now: Date): Escalation[] {
  if (!item.late || item.ownerIds.length === 0) return [];
  return org.settings.reminders.escalation
    .filter(({ after }) => item.overBy >= after)
    .map(({ after, role }) => {
      const holders = role === 'departmentHead' ? headsOf(item, org) : org.peopleWith(role).map(({ id }) => id);
      const all = holders.flatMap((id) => [id, ...org.standIns(id, now)]);
      const personIds = [...new Set(all)].filter((id) => !item.ownerIds.includes(id) && mayRead(item, id, org, now));
      return { after, personIds };
    });
}

const headsOf = ({ ownerIds }: DueItem, org: Organisation) =>
  ownerIds.flatMap((owner) => org.headOf(org.person(owner)?.department ?? '')?.id ?? []);

/** The highest rung of which a person has not heard yet, of this deadline; null when there is none. */
export function newRungFor(personId: string, item: Reckoned, escalations: readonly Escalation[]): number | null {
  const dueAt = item.dueAt.toISOString();
  const known = item.escalations
    .filter((told) => told.personId === personId && told.dueAt === dueAt)
    .map(({ after }) => after);
  const reached = escalations.filter(({ personIds }) => personIds.includes(personId)).map(({ after }) => after);
  const fresh = reached.filter((after) => known.every((told) => told < after));
  return fresh.length > 0 ? Math.max(...fresh) : null;
}

/** Everybody who has heard of a deadline that is missed, or hears of it this morning. */
export function toldOf(item: Reckoned, escalations: readonly Escalation[]): string[] {
  const dueAt = item.dueAt.toISOString();
  const before = item.escalations.filter((told) => told.dueAt === dueAt).map(({ personId }) => personId);
  return [...new Set([...before, ...escalations.flatMap(({ personIds }) => personIds)])];
}
