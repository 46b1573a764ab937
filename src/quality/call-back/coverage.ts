import { type Day, dayOf } from '../../calendar/day.ts';
import { type CallBackData, callBackData } from './call-back-data.ts';

/** What coverage is computed from. */
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
 * How call-backs were kept (R26; requirements, note 1). `due` = `reachedInTime` + `late` + `unreached` + `pending`. Whoever is reached after the
 * deadline is late; whoever was given up is unreached, whatever follows.
 */
export interface Coverage {
  readonly due: number;
  /** Somebody tried before the deadline, or the customer answered by themselves. */
  readonly attemptedInTime: number;
  readonly reachedInTime: number;
  readonly late: number;
  readonly unreached: number;
  /** Still owed, and their deadline has not come. */
  readonly pending: number;
  /** Of those reached in time: answered by the customer, on a page or through a link. */
  readonly byPage: number;
  /** Owed by nobody: counted apart from `due`. */
  readonly exempt: number;
  /** Owed by nobody, as it was over when a list of tickets brought it: counted apart from both. */
  readonly imported: number;
}

/** The counts, in the order in which they are told. */
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

/** One agent's call-backs of one day; `agent` is null for those that nobody took, and for what customers answered by themselves. */
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

/** How coverage is computed: hours from the resolution, at an instant, days by a zone's clock. */
export interface CoverageInput {
  readonly hours: number;
  readonly now: Date;
  readonly zone: string;
}

/** Coverage for each agent and each day on which call-backs were due, by day and agent. What is void is owed by nobody. Pure. */
export function coverageOf(rows: readonly CoverageRow[], reckoning: CoverageInput): CoverageLine[] {
  const lines = new Map<string, CoverageLine>();
  for (const { state, data } of rows) {
    if (state === 'void') continue;
    const due = dueOf(data, reckoning);
    const day = dayOf(due, reckoning.zone);
    const agent = agentOf(data);
    const key = `${day} ${agent ?? ''}`;
    const before = lines.get(key) ?? { ...none, day, agent };
    lines.set(key, { ...before, ...plus(before, countOf(data, due, reckoning.now)) });
  }
  return [...lines.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, line]) => line);
}

/** The sum of some lines. */
export const coverageSum = (lines: readonly Coverage[]): Coverage => lines.reduce(plus, none);

const dueOf = ({ since }: CoverageRow['data'], { hours }: CoverageInput) =>
  new Date(Date.parse(since) + hours * 3_600_000);

/** Whose it is: who asked, else who tried last, else who took it. */
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

/** The share, in whole per cent rounded down, of those whose time is over; 100 only where none is missing, null where there is none. */
export function shareOf(count: number, { due, pending }: Coverage): number | null {
  const over = due - pending;
  return over === 0 ? null : Math.floor((count * 100) / over);
}
