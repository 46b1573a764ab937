import { addServiceTime, serviceTimeBetween } from '../../calendar/service-time.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { RecordContext } from '../../records/declaration/record-context.ts';
import type { ElapsedRule } from '../../records/declaration/state.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { resolution, response } from './incident-clocks.ts';
import type { IncidentData } from './incident-data.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** A missed target: which one, what was promised, and the actual time, in minutes of service time. */
export interface Missed {
  readonly target: 'response' | 'resolution';
  readonly promised: number;
  readonly took: number;
}

/** The missed targets known so far. */
export function missedIn(data: IncidentData, org: Organisation): Missed[] {
  const late = (target: Missed['target'], rule: ElapsedRule<IncidentData>): Missed[] => {
    const run = rule.clock(data, org);
    if (!run?.metAt) return [];
    const { startedAt, minutes, hours, pauses, metAt } = run;
    const until = addServiceTime(startedAt, minutes, hours, pauses);
    if (!until || metAt <= until) return [];
    return [
      { target, promised: minutes, took: Math.round(serviceTimeBetween(startedAt, metAt, hours, pauses) / MINUTE) },
    ];
  };
  return [...late('response', response), ...late('resolution', resolution)];
}

/** Whether to propose a finding: the incident ended recently, missed a target, and has one of the priorities for which that matters. */
export function isMissed(
  { state, data }: Pick<RecordOf<IncidentData>, 'state' | 'data'>,
  circumstances: RecordContext,
) {
  const { org, now } = circumstances;
  const { proposeMissed, priorities } = org.settings;
  const endedAt = data.closedAt ?? data.resolvedAt;
  if (endedAt === undefined || (state !== 'resolved' && state !== 'closed')) return false;
  const asked = proposeMissed.priorities ?? priorities.slice(0, 2).map(({ id }) => id);
  const isRecent = now.getTime() - Date.parse(endedAt) <= proposeMissed.withinDays * DAY;
  return isRecent && asked.includes(data.priority) && missedIn(data, org).length > 0;
}
