import { dayOf } from '../../calendar/day.ts';
import type { Deadline } from '../../calendar/deadline.ts';
import type { RecordContext } from '../declaration/record-context.ts';
import type { RecordType } from '../declaration/record-type.ts';
import { type DeadlineClock, extended, renamed, resumed, runningClock, started, stopped } from '../shape/clocks.ts';
import type { Common, Extension } from '../shape/common.ts';
import type { RecordOf } from '../shape/record.ts';
import { dueOnDay, dueOnEntry } from './due.ts';
import { dutiesOf, withDutyClocks } from './duties.ts';
import { withElapsedClocks } from './elapsed.ts';
import { entitledTo } from './entitlement.ts';
import { recomputed } from './recompute.ts';
import { wantedMove } from './wanted-move.ts';

/**
 * Requests about a state's deadline when the state is left at `now`: unanswered ones lapse with the deadline. If the deadline carries over into the
 * next state, so do its requests.
 */
function requestsOnLeaving(
  { clocks, state, round }: Pick<RecordOf<unknown>, 'clocks' | 'state' | 'round'>,
  common: Common,
  { to, keepsDue, now }: { readonly to: string; readonly keepsDue: boolean; readonly now: Date },
): Common {
  const carried = keepsDue && runningClock(clocks, state) !== undefined;
  const ofState = (one: Extension) => one.step === state && one.round === round;
  const after = (one: Extension): Extension => {
    if (carried) return ofState(one) ? { ...one, step: to } : one;
    return one.outcome === undefined ? { ...one, outcome: 'lapsed', decidedAt: now.toISOString() } : one;
  };
  return { ...common, extensions: common.extensions.map(after) };
}

/** A move's result before owners, deadlines and copies are computed. */
export interface Transition<Data> {
  readonly data: Data;
  readonly common: Common;
  readonly state: string;
  readonly nextRound: boolean;
  readonly resumes: boolean;
  readonly keepsDue: boolean;
  readonly extendsTo: string | null;
  readonly recomputes: boolean;
}

/** The record after the move: state, round, owners, deadlines and the envelope's copies of the data. */
export function settle<Data>(
  type: RecordType<Data>,
  record: RecordOf<Data>,
  { data, common, state, nextRound, extendsTo, recomputes, ...step }: Transition<Data>,
  circumstances: RecordContext,
): RecordOf<Data> {
  const entered = state !== record.state || nextRound;
  const round = nextRound ? record.round + 1 : record.round;
  const { now } = circumstances;
  const asked = entered ? requestsOnLeaving(record, common, { to: state, keepsDue: step.keepsDue, now }) : common;
  const moved = { ...record, data, common: asked, state, round, version: record.version + 1 };
  const timed = entered ? enter(type, record, moved, step, circumstances) : moved;
  const given = extendsTo === null ? timed : extend(timed, extendsTo, circumstances);
  return placed(type, recomputes ? recomputed(given, circumstances.org) : given, circumstances);
}

/** The record in its initial or new state, with that state's clock started. */
export function enter<Data>(
  type: RecordType<Data>,
  before: RecordOf<Data>,
  after: RecordOf<Data>,
  { resumes, keepsDue }: Pick<Transition<Data>, 'resumes' | 'keepsDue'>,
  circumstances: RecordContext,
): RecordOf<Data> {
  const { now } = circumstances;
  const stood = { ...after, departmentId: type.department(after.data) };
  const kept = keepsDue ? renamed(after.clocks, before.state, after.state) : null;
  if (kept) return { ...stood, clocks: kept };
  const left = stopped(after.clocks, [before.state], now);
  const again = resumes ? resumed(left, after.state) : null;
  const last = again?.findLast(({ step }) => step === after.state);
  if (again && last) return { ...stood, clocks: again, due: dueAgain(type, stood, last, circumstances) };
  const due = dueOnEntry(type, stood, circumstances);
  return { ...stood, due, clocks: due ? [...left, started(after.state, after.round, due, now)] : left };
}

/** The deadline of a continuing clock: computed from its start, or the day it was extended to. */
function dueAgain<Data>(
  type: RecordType<Data>,
  record: RecordOf<Data>,
  { startedAt, first, until }: DeadlineClock,
  { org, now }: RecordContext,
): Deadline | null {
  const due = dueOnEntry(type, record, { org, now: startedAt });
  if (!due || until.getTime() === first.getTime()) return due;
  return { ...dueOnDay(due.day, record, { org, now }), ...dayOfInstant(until, due) };
}

function dayOfInstant(at: Date, { zone }: Deadline): Pick<Deadline, 'at' | 'day'> {
  return { at, day: dayOf(at, zone) };
}

function extend<Data>(record: RecordOf<Data>, day: string, circumstances: RecordContext): RecordOf<Data> {
  const due = dueOnDay(day, record, circumstances);
  return { ...record, due, clocks: extended(record.clocks, record.state, due.at) };
}

/** The record with owners, duties and copies recomputed from its data and state. */
export function placed<Data>(
  type: RecordType<Data>,
  record: RecordOf<Data>,
  circumstances: RecordContext,
): RecordOf<Data> {
  const state = type.states[record.state];
  const base = {
    ...record,
    open: state?.final !== true,
    departmentId: type.department(record.data),
    facets: type.facets(record.data),
    restricted: record.common.restricted,
    updatedAt: circumstances.now,
  };
  const owners = state?.owner
    ? entitledTo(base, [state.owner], state.not ?? [], circumstances)
    : { persons: [], chain: null };
  const owned = { ...base, ownerIds: [...owners.persons], ownedByChain: owners.chain };
  const timed = withElapsedClocks(type, owned, circumstances.org);
  const clocked = { ...timed, clocks: withDutyClocks(type, timed, circumstances) };
  const duties = dutiesOf(type, clocked, circumstances);
  const dutyOwnerIds = [...new Set(duties.flatMap(({ ownerIds }) => ownerIds))];
  const named = type.readers?.(record.data, circumstances.org) ?? [];
  const readerIds = [...new Set([...named, ...record.common.accessIds, ...owned.ownerIds, ...dutyOwnerIds])];
  const settled = { ...clocked, duties, dutyOwnerIds, readerIds };
  return { ...settled, wants: wantedMove(type, settled) };
}
