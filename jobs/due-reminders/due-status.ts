import { dayOf } from '../../src/calendar/day.ts';
import type { Organisation, RoleName } from '../../src/org/organisation.ts';
import { siteOf } from '../../src/records/decide/due.ts';
import { mayRead } from '../../src/records/shape/access.ts';
import type { DueItem } from '../../src/records/shape/due-query.ts';

/** The status of a due item on a morning, by the time zone and calendar of its own site. */
export interface DueStatus extends DueItem {
  readonly late: boolean;
  /** Working days since the deadline. */
  readonly overBy: number;
  /** Working days left; the last working day before a deadline on a day off is one day off as well. */
  readonly dueIn: number;
}

/** Computes at one point in time; what many items share is computed once. */
export interface DueAssessment {
  /** The status of a due item. */
  statusOf(item: DueItem): DueStatus;
  /**
   * The escalation steps that a late item has reached, with the people each notifies: the head of the owner's department or those with the
   * role, and their deputies; never its owners themselves, nor anyone who may not see it.
   */
  escalationsOf(item: DueStatus): Escalation[];
}

/** Makes the assessment of an organization at a point in time. */
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

/** Whether a reminder is due this morning (`settings.reminders`). */
export function isReminded({ late, overBy, dueIn }: DueStatus, { settings }: Organisation): boolean {
  const { before, onTheDay, overdueEvery } = settings.reminders;
  if (late) return Math.max(overBy - 1, 0) % overdueEvery === 0;
  return dueIn === 0 ? onTheDay : before.includes(dueIn);
}

/** The people an escalation step notifies. */
export interface Escalation {
  readonly after: number;
  readonly personIds: readonly string[];
}

/** The highest step of this deadline that a person has not been notified of yet; null if none. */
export function newStepFor(personId: string, item: DueStatus, escalations: readonly Escalation[]): number | null {
  const dueAt = item.dueAt.toISOString();
  const known = item.escalations
    .filter((told) => told.personId === personId && told.dueAt === dueAt)
    .map(({ after }) => after);
  const reached = escalations.filter(({ personIds }) => personIds.includes(personId)).map(({ after }) => after);
  const fresh = reached.filter((after) => known.every((told) => told < after));
  return fresh.length > 0 ? Math.max(...fresh) : null;
}

/** Everyone who has been or is being notified of a missed deadline. */
export function toldOf(item: DueStatus, escalations: readonly Escalation[]): string[] {
  const dueAt = item.dueAt.toISOString();
  const before = item.escalations.filter((told) => told.dueAt === dueAt).map(({ personId }) => personId);
  return [...new Set([...before, ...escalations.flatMap(({ personIds }) => personIds)])];
}
