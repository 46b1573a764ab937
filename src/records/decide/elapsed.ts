import { dayOf } from '../../calendar/day.ts';
import type { Deadline } from '../../calendar/deadline.ts';
import { addServiceTime } from '../../calendar/service-time.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { RecordType } from '../declaration/record-type.ts';
import type { Elapsed } from '../declaration/state.ts';
import type { DeadlineClock } from '../shape/clocks.ts';
import type { RecordOf } from '../shape/record.ts';
import { siteOf } from './due.ts';

/**
 * The record with its service-time clocks recomputed from its data, and its state's deadline from them. Such a clock is a function of the data,
 * regardless of when the data arrived: facts learned late or out of order give the same clocks. Clocks of earlier rounds stay.
 */
export function withElapsedClocks<Data>(
  type: RecordType<Data>,
  record: RecordOf<Data>,
  org: Organisation,
): RecordOf<Data> {
  const rules = Object.entries(type.states).flatMap(([step, { due }]) =>
    due?.kind === 'elapsed' ? [{ step, elapsed: due.clock(record.data, org), elsewhere: due.elsewhere }] : [],
  );
  if (rules.length === 0) return record;
  const isWorkedOut = ({ step, round }: DeadlineClock) =>
    round === record.round && rules.some((rule) => rule.step === step);
  const fresh = rules.flatMap(({ step, elapsed }) => {
    if (!elapsed) return [];
    const before = record.clocks.findLast((clock) => clock.step === step && clock.round === record.round);
    return [clockOf(step, record.round, elapsed, before)];
  });
  const clocks = [...record.clocks.filter((clock) => !isWorkedOut(clock)), ...fresh];
  const rule = rules.find(({ step }) => step === record.state);
  if (!rule) return { ...record, clocks };
  if (rule.elsewhere) return { ...record, clocks, due: null };
  const own = fresh.find(({ step, metAt, pausedAt }) => step === record.state && metAt === null && !pausedAt);
  return { ...record, clocks, due: own ? deadlineOf(own, record, org) : null };
}

/** The row of a clock; an extension granted before still applies. */
function clockOf(step: string, round: number, elapsed: Elapsed, before: DeadlineClock | undefined): DeadlineClock {
  const { startedAt, minutes, hours, pauses, metAt } = elapsed;
  const waits = metAt ? undefined : pauses.find(({ to }) => to === null);
  // While paused, the deadline is unknown: the one shown assumes that the pause ended as soon as it began.
  const known = waits ? pauses.filter((pause) => pause !== waits) : pauses;
  const first = addServiceTime(startedAt, minutes, hours, known) ?? startedAt;
  const granted = before && before.until > before.first ? before.until : first;
  return {
    step,
    round,
    startedAt,
    first,
    until: granted > first ? granted : first,
    metAt,
    ...(waits && { pausedAt: waits.from }),
  };
}

function deadlineOf({ startedAt, until }: DeadlineClock, record: RecordOf<unknown>, org: Organisation): Deadline {
  const { zone, kind } = org.calendarOf(siteOf(record, org));
  return {
    at: until,
    day: dayOf(until, zone),
    startDay: dayOf(startedAt, zone),
    days: 0,
    unit: 'calendar',
    timed: true,
    zone,
    calendar: kind,
    steps: [],
    provisional: false,
  };
}
