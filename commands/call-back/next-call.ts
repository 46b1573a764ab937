import type { Card } from '../../src/chat/card.ts';
import { callBackData } from '../../src/quality/call-back/call-back-data.ts';
import { contactToCall, type Offered, type Queue, queuedParts, queueFor } from '../../src/quality/call-back/queue.ts';
import type { Score } from '../../src/quality/satisfaction/score.ts';
import type { Context } from '../context.ts';
import { type Call, drawCall, drawNoCall, type Left } from './draw-call.ts';
import type { PlaceInCalls } from './place-in-calls.ts';

/** The queue as the user sees it now. */
export async function queueOf({ work, person, org, now }: Pick<Context, 'work' | 'person' | 'org' | 'now'>) {
  return queueFor(person.id, await work.openOf('callBack', queuedParts), org, now);
}

/** The item just left: its number, and its outcome. */
export interface JustLeft {
  readonly number: string;
  readonly said: string;
}

/**
 * The card of the next customer to call, reserved for the user from now on; or a notice that there is none, and when there will be.
 * Calls that colleagues have taken in the meantime are skipped.
 */
export async function nextCall(place: PlaceInCalls, context: Context, justLeft?: JustLeft): Promise<Card> {
  const [queue, before] = await Promise.all([queueOf(context), justLeft && leftBehind(justLeft.number, context)]);
  const left = justLeft && { ...justLeft, mayUndo: before?.mayUndo === true };
  // A contact who is on the line is asked about everything else first.
  const first = queue.now.filter((one) => contactToCall(one) === before?.whom);
  const rest = queue.now.filter((one) => !first.includes(one));
  for (const offered of [...first, ...rest].slice(0, 20)) {
    const card = await cardOf(offered, queue, place, context, left);
    if (card) return card;
  }
  return drawNoCall(queue, place, context, left);
}

/** The card of the current call; the next one if it is over, or another agent's. */
export async function sameCall(number: string, place: PlaceInCalls, context: Context): Promise<Card> {
  const queue = await queueOf(context);
  const offered = queue.now.find((one) => one.number === number);
  const card = offered && (await cardOf(offered, queue, place, context));
  return card ?? nextCall(place, context);
}

/** The card of a call, reserved for the user from now on; null if it is another agent's. */
async function cardOf(
  offered: Offered,
  queue: Queue,
  place: PlaceInCalls,
  context: Context,
  left?: Left,
): Promise<Card | null> {
  if (!(await held(offered, context))) return null;
  return drawCall(await callOf(offered, queue, context), queue, place, context, left);
}

/** Whether the call is reserved for the user, now or already. */
async function held({ number, data }: Offered, { records, actor, origin, person, now }: Context): Promise<boolean> {
  const { taken } = data;
  const isMine = taken?.by === person.id && (taken.until === undefined || new Date(taken.until) > now);
  if (isMine) return true;
  const request = { move: 'hold', answers: {}, actor, interaction: `${origin}:hold:${number}`, round: null };
  const { verdict } = await records.perform({ number }, request);
  return verdict.verdict === 'done' || verdict.verdict === 'repeated';
}

/** The card's data about a call: the whole record, the same contact's other items, and their previous answer. */
async function callOf(offered: Offered, queue: Queue, { records, work }: Context): Promise<Call> {
  const record = await records.load({ number: offered.number });
  const data = callBackData.parse(record?.data);
  const whom = contactToCall(offered);
  const contact = data.contactId;
  const before =
    contact === null
      ? []
      : await work.lastClosed('callBack', { contact, state: 'reached' }, callBackData.pick({ answer: true }), 1);
  const last: Score | undefined = before[0]?.data.answer?.score;
  return {
    offered,
    data,
    others: queue.now.filter((one) => one.number !== offered.number && contactToCall(one) === whom),
    ...(last !== undefined && { last }),
  };
}

/** The contact of the item just left, and whether the user may undo it. */
async function leftBehind(number: string, { records, person, now }: Context) {
  const record = await records.load({ number });
  const data = callBackData.safeParse(record?.data).data;
  const mayUndo = record?.undo?.by === person.id && now <= record.undo.until;
  return { mayUndo, whom: data && contactToCall({ number, data, dueAt: null }) };
}
