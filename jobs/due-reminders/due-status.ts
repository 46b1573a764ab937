import { dayOf } from '../../src/calendar/day.ts';
import type { Organisation, RoleName } from '../../src/org/organisation.ts';
import { siteOf } from '../../src/records/decide/due.ts';
import { mayRead } from '../../src/records/shape/access.ts';
import type { DueItem } from '../../src/records/shape/due-query.ts';

/** How something due stands on a morning, by the clock and calendar of its own site. */
export interface DueStatus extends DueItem {
  readonly late: boolean;
  /** Working days since the deadline. */
  readonly overBy: number;
  /** Working days to go; the last working day before a deadline on a day off is one day off as well. */
  readonly dueIn: number;
}

/** Computes at one instant; what many items have in common is worked out once. */
export interface DueAssessment {
  /** How something due stands. */
  statusOf(item: DueItem): DueStatus;
  /**
   * The rungs that something late has reached, with the people each tells: the head of the owner's department or whoever has the
   * role, and those who stand in for them; never its owners themselves, nor anybody who may not see it.
   */
  escalationsOf(item: DueStatus): Escalation[];
}

/** A reckoner of an organisation at an instant. */
export function createDueAssessment(org: Organisation, now: Date): DueAssessment {
  const todayOf = remembered((zone: string) => dayOf(now, zone));
  const standing = remembered((siteAndDay: string) => {
    const [site = '', day = ''] = siteAndDay.split(' ');
    const calendar = org.calendarOf(site);
    const today = todayOf(calendar.zone);
    if (day < today) return { late: true, overBy: calendar.workingDaysBetween(day, today), dueIn: 0 };
    const offDay = day > today && !calendar.isWorkingDay(day).working ? 1 : 0;
    return { late: false, overBy: 0, dueIn: calendar.workingDaysBetween(today, day) + offDay };
  });
  const withStandIns = remembered((id: string) => [id, ...org.standIns(id, now)]);
  const holdersOf = remembered((role: RoleName) => org.idsWith(role));
  const headsOf = ({ ownerIds }: DueItem) =>
    ownerIds.flatMap((owner) => org.headOf(org.person(owner)?.department ?? '')?.id ?? []);

  return {
    statusOf: (item) => Object.assign({}, item, standing(`${siteOf(item, org)} ${item.day}`)),
    escalationsOf(item) {
      if (!item.late || item.ownerIds.length === 0) return [];
      return org.settings.reminders.escalation
        .filter(({ after }) => item.overBy >= after)
        .map(({ after, role }) => {
          const holders = role === 'departmentHead' ? headsOf(item) : holdersOf(role);
          const all = new Set(holders.flatMap(withStandIns));
          const personIds = [...all].filter((id) => !item.ownerIds.includes(id) && mayRead(item, id, org, now));
          return { after, personIds };
        });
    },
  };
}

function remembered<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = work(key);
    known.set(key, value);
    return value;
  };
}

/** Whether the ladder has a rung for it this morning (`settings.reminders`). */
export function isReminded({ late, overBy, dueIn }: DueStatus, { settings }: Organisation): boolean {
  const { before, onTheDay, overdueEvery } = settings.reminders;
  if (late) return Math.max(overBy - 1, 0) % overdueEvery === 0;
  return dueIn === 0 ? onTheDay : before.includes(dueIn);
}

/** Whom a rung of the ladder tells. */
export interface Escalation {
  readonly after: number;
  readonly personIds: readonly string[];
}

/** The highest rung of which a person has not heard yet, of this deadline; null when there is none. */
export function newStepFor(personId: string, item: DueStatus, escalations: readonly Escalation[]): number | null {
  const dueAt = item.dueAt.toISOString();
  const known = item.escalations
    .filter((told) => told.personId === personId && told.dueAt === dueAt)
    .map(({ after }) => after);
  const reached = escalations.filter(({ personIds }) => personIds.includes(personId)).map(({ after }) => after);
  const fresh = reached.filter((after) => known.every((told) => told < after));
  return fresh.length > 0 ? Math.max(...fresh) : null;
}

/** Everybody who has heard of a deadline that is missed, or hears of it this morning. */
export function toldOf(item: DueStatus, escalations: readonly Escalation[]): string[] {
  const dueAt = item.dueAt.toISOString();
  const before = item.escalations.filter((told) => told.dueAt === dueAt).map(({ personId }) => personId);
  return [...new Set([...before, ...escalations.flatMap(({ personIds }) => personIds)])];
}
