import { ratiosOf, type Spread, spreadOf } from '../measure/statistics.ts';

/** The aim of a figure. */
export interface Aim {
  /** Which figure of the row: this version's own, or its ratio to the reference or to the previous version. */
  readonly of: 'now' | 'toBare' | 'toBefore';
  readonly atLeast?: number;
  readonly atMost?: number;
  /**
   * The previous version's figure on the machine where the aim was set. When compared with that version, on any machine, the aim is its ratio
   * to this: a slower machine affects both.
   */
  readonly today?: number;
  /** Used by `--quick` instead: the aim with a margin for few rounds on a noisy machine. */
  readonly floor?: number;
}

/** One line of the report. A column is null if it was not measured. */
export interface Row {
  readonly path: string;
  readonly what: string;
  readonly unit: string;
  readonly now: Spread | null;
  readonly before: Spread | null;
  readonly bare: Spread | null;
  readonly toBare: Spread | null;
  readonly beforeToBare: Spread | null;
  readonly toBefore: Spread | null;
  readonly aim: Aim | null;
  /** Whether the median meets the aim; null if there is none, or nothing to compare with. */
  readonly met: boolean | null;
}

/** The measurements, round by round. */
export interface Rounds {
  readonly what: string;
  readonly unit: string;
  readonly now: readonly number[];
  readonly before?: readonly number[] | undefined;
  /** The reference, on this version's database. */
  readonly bare?: readonly number[] | undefined;
  /** The reference on the previous version's database; by default, the same as `bare`. */
  readonly bareOfBefore?: readonly number[] | undefined;
  readonly aim?: Aim;
}

/** A row of a path's report. `quick`: held to the aim's floor. */
export function rowOf(path: string, rounds: Rounds, quick = false): Row {
  const { what, unit, now, before = [], bare = [], bareOfBefore = bare } = rounds;
  const aim = rounds.aim ? onThisMachine(rounds.aim, before.length > 0) : null;
  const figures = {
    now: spreadOf(now),
    before: spreadOf(before),
    bare: spreadOf(bare),
    toBare: spreadOf(ratiosOf(now, bare)),
    beforeToBare: spreadOf(ratiosOf(before, bareOfBefore)),
    toBefore: spreadOf(ratiosOf(now, before)),
  };
  const value = aim && figures[aim.of]?.median;
  const met = aim === null || value === undefined || value === null ? null : meets(value, aim, quick);
  return { path, what, unit, ...figures, aim, met };
}

function onThisMachine(aim: Aim, isCompared: boolean): Aim {
  if (!isCompared || aim.today === undefined || aim.atMost === undefined) return aim;
  return { of: 'toBefore', atMost: aim.atMost / aim.today };
}

function meets(value: number, { atLeast, atMost, floor }: Aim, quick: boolean): boolean {
  const bound = (aimed: number | undefined) => (quick && floor !== undefined ? floor : aimed);
  if (atLeast !== undefined) return value >= (bound(atLeast) ?? atLeast);
  return value <= (bound(atMost) ?? Number.POSITIVE_INFINITY);
}
