import { serviceTimeBetween } from '../../calendar/service-time.ts';
import type { Settings } from '../../org/settings.ts';
import { incidentData } from '../../quality/incident/incident-data.ts';
import { punctualityOf } from '../../records/shape/clocks.ts';
import type { RunRow } from '../../records/store/facts-repository.ts';
import type { Mean, Share } from '../../share.ts';

/** The parts of an incident that the figures need. */
export const serviceParts = incidentData.pick({
  kind: true,
  projectId: true,
  customerId: true,
  priority: true,
  reportedAt: true,
  restoredAt: true,
  resolvedAt: true,
  closedAt: true,
  pauses: true,
});
export type ServiceRow = RunRow<Pick<ReturnType<typeof serviceParts.parse>, keyof typeof serviceParts.shape>>;

/** The rows of a period: items reported in it, and items that fell due in it. */
export interface ServiceRows {
  readonly received: readonly ServiceRow[];
  readonly due: readonly ServiceRow[];
}

/** How a period's services went (R24). */
export interface ServiceFigures {
  readonly incidents: number;
  readonly requests: number;
  /** 事件解决率 */
  readonly resolved: Share;
  /** 平均修复时间, in minutes. */
  readonly repair: Mean;
  /** SLA达成率 in the form the company uses, and its two parts. */
  readonly attained: Share;
  readonly responded: Share;
  readonly solved: Share;
}

type Forms = Settings['figures'];

/** The figures of the given rows as of `now`, in the forms chosen in the settings. Canceled items are in none. Pure. */
export function serviceFigures({ received, due }: ServiceRows, now: Date, forms: Forms): ServiceFigures {
  const counted = received.filter(isCounted);
  const incidents = counted.filter(({ data }) => data.kind === 'incident');
  return {
    incidents: incidents.length,
    requests: counted.length - incidents.length,
    resolved: resolutionRate(received, forms),
    repair: meanRepair(incidents, forms),
    ...attainment(due, now, forms.slaAttainment),
  };
}

const pauseOf = ({ from, to }: ServiceRow['data']['pauses'][number]) => ({
  from: new Date(from),
  to: to === undefined ? null : new Date(to),
});

const isCounted = ({ state }: ServiceRow) => state !== 'cancelled';
const resolvedAt = ({ data }: ServiceRow) => data.resolvedAt ?? data.closedAt;

/**
 * The share of received incidents that were resolved; or, in the sector's other form, resolved incidents out of all that ended, including canceled
 * ones.
 */
function resolutionRate(received: readonly ServiceRow[], { resolutionRate: form }: Forms): Share {
  const incidents = received.filter(({ data }) => data.kind === 'incident');
  const base = form === 'received' ? incidents.filter(isCounted) : incidents.filter(({ open }) => !open);
  const met = base.filter((row) => isCounted(row) && resolvedAt(row) !== undefined);
  return { met: met.length, of: base.length };
}

/** From the report until service is restored, over the received incidents that were restored. */
function meanRepair(incidents: readonly ServiceRow[], { repairTime }: Forms): Mean {
  const times = incidents.flatMap((row) => {
    const end = row.data.restoredAt ?? resolvedAt(row);
    if (end === undefined) return [];
    const pauses = repairTime === 'elapsed' ? [] : row.data.pauses.map(pauseOf);
    return [serviceTimeBetween(new Date(row.data.reportedAt), new Date(end), 'always', pauses)];
  });
  if (times.length === 0) return { value: null, of: 0 };
  const sum = times.reduce((total, time) => total + time, 0);
  return { value: Math.round(sum / times.length / 6_000) / 10, of: times.length };
}

/** Among items past their resolution deadline, how many kept the promised resolution, the response, and (`attained`) the one the form selects. */
function attainment(
  due: readonly ServiceRow[],
  now: Date,
  form: Forms['slaAttainment'],
): Pick<ServiceFigures, 'attained' | 'responded' | 'solved'> {
  const met = { response: 0, resolution: 0, both: 0 };
  let of = 0;
  for (const row of due) {
    const handling = clockOf(row, 'handling');
    if (!isCounted(row) || !handling || handling.first > now) continue;
    of += 1;
    const reported = clockOf(row, 'reported');
    const response = reported !== undefined && punctualityOf(reported, now) === 'onTime';
    const resolution = punctualityOf(handling, now) === 'onTime';
    if (response) met.response += 1;
    if (resolution) met.resolution += 1;
    if (response && resolution) met.both += 1;
  }
  return {
    attained: { met: met[form], of },
    responded: { met: met.response, of },
    solved: { met: met.resolution, of },
  };
}

const clockOf = ({ clocks }: ServiceRow, step: string) => clocks.find((clock) => clock.step === step);
