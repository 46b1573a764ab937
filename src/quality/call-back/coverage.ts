import { type Day, dayOf } from '../../calendar/day.ts';
import { type CallBackData, callBackData } from './call-back-data.ts';

/** The data coverage is computed from. */
export const coveredParts = callBackData.pick({
  since: true,
  departmentId: true,
  taken: true,
  attempts: true,
  answer: true,
  unreachedAt: true,
  exemption: true,
});

/** A call-back as coverage sees it. */
export interface CoverageRow {
  readonly state: string;
  readonly data: Pick<CallBackData, keyof typeof coveredParts.shape>;
}

/**
 * How many call-backs were made in time (R26; requirements, note 1). `due` = `reachedInTime` + `late` + `unreached` + `pending`. Customers reached
 * after the deadline count as late; customers given up on count as unreached, regardless of what follows.
 */
export interface Coverage {
  readonly due: number;
  /** An attempt was made before the deadline, or the customer answered without a call. */
  readonly attemptedInTime: number;
  readonly reachedInTime: number;
  readonly late: number;
  readonly unreached: number;
  /** Still due, with the deadline in the future. */
  readonly pending: number;
  /** Of those reached in time: answered by the customer on a page or through a link. */
  readonly byPage: number;
  /** Exempt from a call: not counted in `due`. */
  readonly exempt: number;
  /** Exempt because already overdue when a list of tickets imported it: counted in neither. */
  readonly imported: number;
}

/** The counts, in display order. */
export const coverageCounts = [
  'due',
  'attemptedInTime',
  'reachedInTime',
  'late',
  'unreached',
  'pending',
  'byPage',
  'exempt',
  'imported',
] as const satisfies readonly (keyof Coverage)[];

/** One agent's call-backs for one day; `agent` is null for those nobody took, and for answers given without a call. */
export interface CoverageLine extends Coverage {
  readonly day: Day;
  readonly agent: string | null;
}

const none: Coverage = {
  due: 0,
  attemptedInTime: 0,
  reachedInTime: 0,
  late: 0,
  unreached: 0,
  pending: 0,
  byPage: 0,
  exempt: 0,
  imported: 0,
};

/** The parameters of coverage: hours from the resolution, the instant, and the zone of its days. */
export interface CoverageInput {
  readonly hours: number;
  readonly now: Date;
  readonly zone: string;
}

/** Coverage for each agent and each day on which call-backs were due, by day and agent. Void call-backs are left out. Pure. */
export function coverageOf(rows: readonly CoverageRow[], input: CoverageInput): CoverageLine[] {
  const lines = new Map<string, CoverageLine>();
  for (const { state, data } of rows) {
    if (state === 'void') continue;
    const due = dueOf(data, input);
    const day = dayOf(due, input.zone);
    const agent = agentOf(data);
    const key = `${day} ${agent ?? ''}`;
    const before = lines.get(key) ?? { ...none, day, agent };
    lines.set(key, { ...before, ...plus(before, countOf(data, due, input.now)) });
  }
  return [...lines.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, line]) => line);
}

/** The sum of several lines. */
export const coverageSum = (lines: readonly Coverage[]): Coverage => lines.reduce(plus, none);

const dueOf = ({ since }: CoverageRow['data'], { hours }: CoverageInput) =>
  new Date(Date.parse(since) + hours * 3_600_000);

/** The responsible agent: who asked, otherwise who tried last, otherwise who took it. */
function agentOf({ answer, attempts, taken }: CoverageRow['data']): string | null {
  if (answer) return answer.by;
  return attempts.at(-1)?.by ?? taken?.by ?? null;
}

function countOf({ answer, attempts, unreachedAt, exemption }: CoverageRow['data'], due: Date, now: Date): Coverage {
  if (exemption) return { ...none, ...(exemption.cause === 'imported' ? { imported: 1 } : { exempt: 1 }) };
  const isInTime = (at: string | undefined) => at !== undefined && new Date(at) <= due;
  const tried = isInTime(attempts[0]?.at) || isInTime(answer?.at) ? 1 : 0;
  const owed = { ...none, due: 1, attemptedInTime: tried };
  if (unreachedAt !== undefined) return { ...owed, unreached: 1 };
  if (answer && isInTime(answer.at)) return { ...owed, reachedInTime: 1, byPage: answer.via === 'call' ? 0 : 1 };
  return answer || now > due ? { ...owed, late: 1 } : { ...owed, pending: 1 };
}

const plus = (left: Coverage, right: Coverage): Coverage => ({
  due: left.due + right.due,
  attemptedInTime: left.attemptedInTime + right.attemptedInTime,
  reachedInTime: left.reachedInTime + right.reachedInTime,
  late: left.late + right.late,
  unreached: left.unreached + right.unreached,
  pending: left.pending + right.pending,
  byPage: left.byPage + right.byPage,
  exempt: left.exempt + right.exempt,
  imported: left.imported + right.imported,
});

/** Percentage of those whose deadline has passed, rounded down; 100 only if none is missing, null if there are none. */
export function shareOf(count: number, { due, pending }: Coverage): number | null {
  const over = due - pending;
  return over === 0 ? null : Math.floor((count * 100) / over);
}
