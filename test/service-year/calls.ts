import type { Score } from '../../src/quality/satisfaction/score.ts';
import type { Random } from '../year/random.ts';
import { dayAt, endOf } from '../year/working-days.ts';
import type { Promised } from './reckon.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What an agent does on the telephone, in epoch milliseconds. */
export interface Call {
  readonly externalId: string;
  readonly at: number;
  readonly score: Score | null;
  readonly comment?: string;
}

/** A service that was over, with the calls that followed: the last one with a score, or none with any. */
export interface Called {
  readonly life: Promised & { readonly resolvedAt: number };
  readonly calls: readonly Call[];
}

/**
 * The calls for each resolved life, from the midnight on at which it is told: most customers are reached, some in time and some late, some never
 * answer, and some are never called.
 */
export function callAll(lives: readonly Promised[], random: Random): Called[] {
  return lives.flatMap((life): Called[] => {
    const { resolvedAt, externalId } = life;
    if (resolvedAt === undefined) return [];
    const midnight = endOf(dayAt(new Date(resolvedAt))).getTime() + 1;
    const told = { ...life, resolvedAt };
    const fate = random.next();
    if (fate < 0.08) return [{ life: told, calls: [] }];
    if (fate < 0.16) {
      const hours = [9, 14, 33];
      return [{ life: told, calls: hours.map((hour) => ({ externalId, at: midnight + hour * HOUR, score: null })) }];
    }
    const at = midnight + random.between(8 * 60, 40 * 60) * MINUTE;
    const score = random.oneOf<Score>([1, 2, 3, 4, 4, 5, 5, 5, 5, 5]);
    return [
      { life: told, calls: [{ externalId, at, score, ...(score < 3 && { comment: `not good: ${externalId}` }) }] },
    ];
  });
}

/** Coverage of call-backs whose 24 hours end in a span, and what was said of services that were over in it; as at `now`, plainly. */
export function reckonCalls(all: readonly Called[], { from, to }: { from: number; to: number }, now: number) {
  const coverage = { due: 0, attemptedInTime: 0, reachedInTime: 0, late: 0, unreached: 0 };
  const scores: number[] = [];
  let owed = 0;
  for (const { life, calls } of all) {
    const deadline = life.resolvedAt + 24 * HOUR;
    const answered = calls.find(({ score }) => score !== null);
    if (deadline >= from && deadline < to && deadline <= now) {
      coverage.due += 1;
      if (calls[0] !== undefined && calls[0].at <= deadline) coverage.attemptedInTime += 1;
      if (calls.length === 3) coverage.unreached += 1;
      else if (answered && answered.at <= deadline) coverage.reachedInTime += 1;
      else coverage.late += 1;
    }
    if (life.resolvedAt < from || life.resolvedAt >= to) continue;
    owed += 1;
    if (answered?.score) scores.push(answered.score);
  }
  const satisfied = scores.filter((score) => score > 3).length;
  const sum = scores.reduce((total, score) => total + score, 0);
  return {
    coverage,
    csat: { met: satisfied, of: scores.length },
    mean: scores.length === 0 ? null : Math.round((100 * sum) / scores.length) / 100,
    rated: { met: scores.length, of: owed },
  };
}
