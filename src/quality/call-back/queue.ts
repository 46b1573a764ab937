import { groupBy } from '../../group-by.ts';
import type { Organisation } from '../../org/organisation.ts';
import { callAgainAt, takenBy } from './attempts.ts';
import { type CallBackData, callBackData } from './call-back-data.ts';
import { agentsFor } from './call-back-roles.ts';
import { callingHoursFor, lastCallable, nextCallable } from './calling-hours.ts';

/** What the queue needs to know of a call-back. */
export const queuedParts = callBackData.pick({
  about: true,
  title: true,
  projectId: true,
  customerId: true,
  departmentId: true,
  contactId: true,
  contactName: true,
  taken: true,
  attempts: true,
});
type Parts = Pick<CallBackData, keyof typeof queuedParts.shape>;

/** A call-back that is owed, as it lies in the queue. */
export interface Owed {
  readonly number: string;
  readonly dueAt: Date | null;
  readonly data: Parts;
}

/** A call-back that may be made now, and the last instant at which that is in time. */
export interface Offered extends Owed {
  readonly lastAt: Date;
}

/** What is owed as one agent sees it at one instant. */
export interface Queue {
  /** To be called now: what the agent has taken on first, then the most urgent; those of one contact follow each other. */
  readonly now: readonly Offered[];
  /** Outside of their calling hours, and the first instant at which one of them may be called. */
  readonly sleeping: Waiting;
  /** Called without success, or asked to be called later, and when the first of them may be called again. */
  readonly again: Waiting;
  /** With colleagues. */
  readonly elsewhere: number;
}

/** Some that wait, and until when the first of them does. */
export interface Waiting {
  readonly count: number;
  readonly from: Date | null;
}

/** Sorts what is owed for an agent. Pure. */
export function queueFor(agent: string, owed: readonly Owed[], org: Organisation, now: Date): Queue {
  const ready: Offered[] = [];
  const sleeping: Date[] = [];
  const again: Date[] = [];
  let elsewhere = 0;
  const busy = calledAgain(owed, org);
  for (const one of owed) {
    const holder = takenBy(one.data, now);
    if (holder === null && !agentsFor(one.data, org).includes(agent)) continue;
    if (holder !== null && holder !== agent) {
      elsewhere += 1;
      continue;
    }
    const hours = callingHoursFor(one.data, org);
    const wanted = busy.get(contactToCall(one));
    const open = nextCallable(now, hours);
    if (wanted && wanted > now) again.push(wanted);
    else if (open > now) sleeping.push(open);
    else ready.push({ ...one, lastAt: lastCallable(one.dueAt ?? now, hours) });
  }
  return { now: together(ready, agent), sleeping: waiting(sleeping), again: waiting(again), elsewhere };
}

/** When each contact may be called again: whoever did not answer about one matter is not called about another at once. */
function calledAgain(owed: readonly Owed[], org: Organisation): Map<string, Date> {
  const times = new Map<string, Date>();
  for (const one of owed) {
    const at = callAgainAt(one.data, org);
    const before = times.get(contactToCall(one));
    if (at && (!before || at > before)) times.set(contactToCall(one), at);
  }
  return times;
}

function waiting(times: readonly Date[]): Waiting {
  const from = times.length === 0 ? null : new Date(Math.min(...times.map((time) => time.getTime())));
  return { count: times.length, from };
}

/** In the order in which they are called: the agent's own, then by the last time that is in time; a contact's others follow the first. */
function together(ready: readonly Offered[], agent: string): Offered[] {
  const sorted = ready.toSorted(
    (left, right) =>
      Number(right.data.taken?.by === agent) - Number(left.data.taken?.by === agent) ||
      left.lastAt.getTime() - right.lastAt.getTime() ||
      (left.number < right.number ? -1 : 1),
  );
  return [...groupBy(sorted, contactToCall).values()].flat();
}

/** Whom it is to be asked of: the same for all that can be asked in one call. */
export const contactToCall = ({ number, data }: Owed): string =>
  data.contactId ?? (data.contactName === undefined ? number : `${data.customerId ?? ''}/${data.contactName}`);
