import { dayAt, endOf, instantOn, isWorked, shift } from '../year/working-days.ts';
import type { Life } from './lives.ts';
import { HOURS, projects } from './world.ts';

/*
 * The figures of a period, recomputed and plainly from what became of each item, to hold the product against: no record is read, and time is
 * counted minute by minute.
 */
const MINUTE = 60_000;

export interface PlainFigures {
  readonly incidents: number;
  readonly requests: number;
  readonly resolved: { readonly met: number; readonly of: number };
  readonly repair: { readonly value: number | null; readonly of: number };
  readonly responded: { readonly met: number; readonly of: number };
  readonly solved: { readonly met: number; readonly of: number };
}

/** A life with the instants until which it had to be responded to and resolved. */
export interface Promised extends Life {
  readonly respondBy: number;
  readonly resolveBy: number;
}

/** The life with its deadlines. */
export function promised(life: Life): Promised {
  const project = projects.find(({ id }) => id === life.project);
  const target = project?.targets[life.priority];
  if (!project || !target) throw new Error('no such project');
  const counts = project.calendar === '7x24' ? () => true : isServiceMinute;
  return {
    ...life,
    respondBy: walk(life.reportedAt, target.response, counts, []),
    resolveBy: walk(life.reportedAt, target.resolution, counts, life.pauses),
  };
}

/** The minute at whose end so many minutes that count have gone by. */
function walk(
  from: number,
  minutes: number,
  counts: (at: number) => boolean,
  pauses: readonly { readonly from: number; readonly to: number }[],
): number {
  let at = from;
  for (let left = minutes; left > 0; at += MINUTE) {
    const paused = pauses.some((pause) => pause.from <= at && at < pause.to);
    if (!paused && counts(at)) left -= 1;
  }
  return at;
}

const worked = new Map<string, boolean>();

function isServiceMinute(at: number): boolean {
  const day = dayAt(new Date(at));
  if (!worked.has(day)) worked.set(day, isWorked(day));
  const minute = (at - instantOn(day, 0).getTime()) / MINUTE;
  return worked.get(day) === true && HOURS.some(([from, to]) => from <= minute && minute < to);
}

/** The first and the day after the last instant of a month of a year, or of several. */
export function spanOfMonths(
  year: number,
  first: number,
  count: number,
): { readonly from: number; readonly to: number } {
  const two = (month: number) => String(month).padStart(2, '0');
  const last = first + count;
  const after = last > 12 ? `${year + 1}-${two(last - 12)}-01` : `${year}-${two(last)}-01`;
  return { from: instantOn(`${year}-${two(first)}-01`, 0).getTime(), to: endOf(shift(after, -1)).getTime() + 1 };
}

/** The figures of a span as they stand at `now`. */
export function reckon(
  lives: readonly Promised[],
  { from, to }: { from: number; to: number },
  now: number,
): PlainFigures {
  let incidents = 0;
  let requests = 0;
  let resolved = 0;
  let repaired = 0;
  let repairMs = 0;
  let due = 0;
  let responded = 0;
  let solved = 0;
  for (const life of lives) {
    if (life.reportedAt > now || (life.cancelledAt !== undefined && life.cancelledAt <= now)) continue;
    const has = (at: number | undefined): at is number => at !== undefined && at <= now;
    const end = life.resolvedAt;
    if (life.reportedAt >= from && life.reportedAt < to) {
      if (life.kind === 'request') requests += 1;
      else {
        incidents += 1;
        if (has(end)) resolved += 1;
        if (has(life.restoredAt)) {
          repaired += 1;
          repairMs += life.restoredAt - life.reportedAt;
        }
      }
    }
    // Nothing falls due while the customer is waited for.
    const waits = life.pauses.some((pause) => pause.from <= now && now < pause.to && pause.from < life.resolveBy);
    if (waits || life.resolveBy < from || life.resolveBy >= to || life.resolveBy > now) continue;
    due += 1;
    if (has(life.respondedAt) && life.respondedAt <= life.respondBy) responded += 1;
    if (has(end) && end <= life.resolveBy) solved += 1;
  }
  return {
    incidents,
    requests,
    resolved: { met: resolved, of: incidents },
    repair: { value: repaired === 0 ? null : Math.round(repairMs / repaired / 6000) / 10, of: repaired },
    responded: { met: responded, of: due },
    solved: { met: solved, of: due },
  };
}
