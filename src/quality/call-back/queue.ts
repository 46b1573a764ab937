import { groupBy } from '../../group-by.ts';
import type { Organisation } from '../../org/organisation.ts';
import { callAgainAt, takenBy } from './attempts.ts';
import { type CallBackData, callBackData } from './call-back-data.ts';
import { agentsFor } from './call-back-roles.ts';
import { callingHoursFor, lastCallable, nextCallable } from './calling-hours.ts';

/** The data the queue needs. */
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

/** A call-back that is due, as the queue sees it. */
export interface Owed {
  readonly number: string;
  readonly dueAt: Date | null;
  readonly data: Parts;
}

/** A call-back that may be made now, and the last instant at which it is in time. */
export interface Offered extends Owed {
  readonly lastAt: Date;
}

/** What is due, as one agent sees it at one instant. */
export interface Queue {
  /** To call now: those the agent has taken first, then the most urgent; those of the same contact are kept together. */
  readonly now: readonly Offered[];
  /** Outside calling hours, and the earliest instant at which one of them may be called. */
  readonly sleeping: Waiting;
  /** Called without success or asked to be called later, and when the first of them may be called again. */
  readonly again: Waiting;
  /** Reserved by colleagues. */
  readonly elsewhere: number;
}

/** How many are waiting, and until when the first one does. */
export interface Waiting {
  readonly count: number;
  readonly from: Date | null;
}

/** Sorts the due call-backs for an agent. Pure. */
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

/** When each contact may be called again: a contact who did not answer about one incident is not called about another right away. */
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

/** In calling order: the agent's own, then by the last timely instant; other call-backs to the same contact follow the first. */
function together(ready: readonly Offered[], agent: string): Offered[] {
  const sorted = ready.toSorted(
    (left, right) =>
      Number(right.data.taken?.by === agent) - Number(left.data.taken?.by === agent) ||
      left.lastAt.getTime() - right.lastAt.getTime() ||
      (left.number < right.number ? -1 : 1),
  );
  return [...groupBy(sorted, contactToCall).values()].flat();
}

/** Whom to ask: the same key for everything that can be asked in one call. */
export const contactToCall = ({ number, data }: Owed): string =>
  data.contactId ?? (data.contactName === undefined ? number : `${data.customerId ?? ''}/${data.contactName}`);
