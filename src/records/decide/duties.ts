import { type Day, dayOf, endOfDay } from '../../calendar/day.ts';
import type { RecordContext } from '../declaration/record-context.ts';
import type { RecordType } from '../declaration/record-type.ts';
import type { Role } from '../declaration/role.ts';
import type { AlsoDue } from '../declaration/state.ts';
import { type DeadlineClock, runningClock, started, stopped } from '../shape/clocks.ts';
import type { Duty, RecordOf } from '../shape/record.ts';
import { dueBy, siteOf } from './due.ts';
import { entitledTo } from './entitlement.ts';

/** The duty to answer an extension request. */
export const EXTENSION_DUTY = 'extension';
/** The duty to give an opinion. */
export const OPINION_DUTY = 'opinion';

const owedBeside = <Data>(type: RecordType<Data>, { state, data }: RecordOf<Data>): readonly AlsoDue<Data>[] =>
  (type.states[state]?.also ?? []).filter((duty) => duty.pending(data));

/** The clocks, with a duty's clock started if it is newly pending and stopped if it no longer is. */
export function withDutyClocks<Data>(
  type: RecordType<Data>,
  record: RecordOf<Data>,
  circumstances: RecordContext,
): DeadlineClock[] {
  const { now } = circumstances;
  const owed = owedBeside(type, record);
  const beside = Object.values(type.states).flatMap(({ also = [] }) => also.map(({ step }) => step));
  const over = beside.filter((step) => !owed.some((duty) => duty.step === step));
  const rows = stopped(record.clocks, over, now);
  const fresh = owed
    .filter(({ step }) => !runningClock(rows, step))
    .map(({ step, due }) => started(step, record.round, dueBy(due, record, circumstances), now));
  return [...rows, ...fresh];
}

/** Duties in addition to the state's own, most urgent first: declared duties, opinions, answers to requests. */
export function dutiesOf<Data>(type: RecordType<Data>, record: RecordOf<Data>, circumstances: RecordContext): Duty[] {
  const { org } = circumstances;
  const { zone } = org.calendarOf(siteOf(record, org));
  const { opinions, extensions } = record.common;
  const declared = owedBeside(type, record).flatMap(({ step, owner }) => {
    const clock = runningClock(record.clocks, step);
    const { persons } = entitledTo(record, [owner], [], circumstances);
    if (!clock) return [];
    const { until, provisionalDays } = clock;
    const due = { dueAt: until, day: dayOf(until, zone), provisional: provisionalDays !== undefined };
    return [{ step, ownerIds: [...persons], ...due }];
  });
  const asked = opinions
    .filter(({ answer }) => answer === undefined)
    .map(({ id, of, dueDay, provisionalDays }) => ({
      step: OPINION_DUTY,
      of: id,
      ownerIds: [of],
      ...dutyDue(dueDay, zone, provisionalDays),
    }));
  const decider = type.states[record.state]?.extendedBy;
  const requests = extensions
    .filter(({ outcome }) => outcome === undefined)
    .map(({ id, answerBy, askedBy, provisionalDays }) => {
      const ownerIds = decider ? decidersOf(record, decider, askedBy, circumstances) : [];
      return { step: EXTENSION_DUTY, of: id, ownerIds, ...dutyDue(answerBy, zone, provisionalDays) };
    });
  return [...declared, ...asked, ...requests].sort((left, right) => left.dueAt.getTime() - right.dueAt.getTime());
}

const dutyDue = (day: Day, zone: string, provisionalDays?: number): Pick<Duty, 'dueAt' | 'day' | 'provisional'> => ({
  dueAt: endOfDay(day, zone),
  day,
  provisional: provisionalDays !== undefined,
});

function decidersOf<Data>(
  record: RecordOf<Data>,
  decider: Role<Data>,
  askedBy: string,
  circumstances: RecordContext,
): string[] {
  const asker: Role<Data> = { id: 'asker', label: 'role.asker', holders: () => [askedBy] };
  return [...entitledTo(record, [decider], [asker], circumstances).persons];
}
