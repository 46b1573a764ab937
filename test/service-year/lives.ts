import type { Random } from '../year/random.ts';
import { instantOn } from '../year/working-days.ts';
import { priorities, projects } from './world.ts';

/** What became of one incident or request in the end, in epoch milliseconds of whole minutes. */
export interface Life {
  readonly externalId: string;
  readonly kind: 'incident' | 'request';
  readonly project: string;
  readonly priority: (typeof priorities)[number];
  readonly reportedAt: number;
  readonly respondedAt?: number;
  readonly pauses: readonly { readonly from: number; readonly to: number }[];
  readonly restoredAt?: number;
  readonly resolvedAt?: number;
  readonly closedAt?: number;
  readonly cancelledAt?: number;
}

/** The whole of an item as the other tool knew it at an instant: what it sends. */
export type Telling = Readonly<Record<string, unknown>> & { readonly externalId: string; readonly updatedAt: string };

const MINUTE = 60_000;

/** So many lives in a year, begun at any minute of it; some end after it, some are cancelled, some wait for the customer. */
export function liveYear(count: number, year: number, random: Random): Life[] {
  const start = instantOn(`${year}-01-01`, 0).getTime();
  const minutes = (instantOn(`${year + 1}-01-01`, 0).getTime() - start) / MINUTE;
  return Array.from({ length: count }, (_, index) => {
    const reportedAt = start + random.between(0, minutes - 1) * MINUTE;
    const project = projects[random.between(0, projects.length - 1)];
    const priority = random.oneOf(priorities);
    const target = project?.targets[priority];
    if (!project || !target) throw new Error('no such project');
    const life = { externalId: `X-${index}`, project: project.id, priority, reportedAt } as const;
    const kind = random.chance(0.8) ? 'incident' : 'request';
    const slow = project.calendar === 'working' ? 4 : 1.1;
    const after = (most: number) => reportedAt + random.between(1, Math.ceil(most * slow)) * MINUTE;
    if (random.chance(0.03)) return { ...life, kind, pauses: [], cancelledAt: after(target.resolution) };
    const respondedAt = after(target.response);
    const solved = respondedAt + random.between(5, Math.ceil(target.resolution * slow)) * MINUTE;
    const pauses = random.chance(0.2) ? [pauseIn(respondedAt, solved, random)] : [];
    const resolvedAt = solved + pauses.reduce((sum, { from, to }) => sum + to - from, 0);
    const restoredAt = random.chance(0.5) ? resolvedAt : resolvedAt - random.between(1, 4) * MINUTE;
    const closedAt = resolvedAt + random.between(1, 3000) * MINUTE;
    return { ...life, kind, respondedAt, pauses, restoredAt, resolvedAt, closedAt };
  });
}

function pauseIn(from: number, to: number, random: Random) {
  const begin = from + random.between(1, Math.max(1, Math.floor((to - from) / MINUTE) - 1)) * MINUTE;
  return { from: begin, to: begin + random.between(10, 2000) * MINUTE };
}

const iso = (at: number) => new Date(at).toISOString();

/** What the other tool sends of a life until an instant: the whole of what it knows, each time that something happens. */
export function tellingsOf(life: Life, until: number): Telling[] {
  const { reportedAt, respondedAt, pauses, restoredAt, resolvedAt, closedAt, cancelledAt } = life;
  const ends = pauses.flatMap(({ from, to }) => [from, to]);
  const moments = [reportedAt, respondedAt, ...ends, restoredAt, resolvedAt, closedAt, cancelledAt];
  const times = [...new Set(moments.filter((at) => at !== undefined))].sort((left, right) => left - right);
  return times.filter((at) => at <= until).map((at) => snapshot(life, at));
}

/** An item as it was known at an instant. */
function snapshot({ externalId, kind, project, priority, reportedAt, pauses, ...life }: Life, at: number): Telling {
  const known = (name: string, time: number | undefined) =>
    time !== undefined && time <= at ? { [name]: iso(time) } : {};
  const begun = pauses.filter(({ from }) => from <= at);
  return {
    externalId,
    updatedAt: iso(at),
    title: `Item ${externalId}`,
    kind,
    project,
    priority,
    reportedAt: iso(reportedAt),
    ...known('respondedAt', life.respondedAt),
    ...known('restoredAt', life.restoredAt),
    ...known('resolvedAt', life.resolvedAt),
    ...known('closedAt', life.closedAt),
    ...(begun.length > 0 && {
      pauses: begun.map(({ from, to }) => ({ from: iso(from), ...(to <= at && { to: iso(to) }), reason: 'waits' })),
    }),
    ...(life.cancelledAt !== undefined && life.cancelledAt <= at && { cancellation: 'a false alarm' }),
  };
}
