/** The median of several rounds, with their minimum and maximum. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** The median; for an even count, the mean of the two in the middle. NaN if empty. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return Number.isInteger(middle) ? (at(middle - 1) + at(middle)) / 2 : at(Math.floor(middle));
}

/** The spread of the rounds; null if there are none. */
export function spreadOf(rounds: readonly number[]): Spread | null {
  if (rounds.length === 0) return null;
  return { median: median(rounds), least: Math.min(...rounds), most: Math.max(...rounds) };
}

/** Each round's ratio to the same round of something else: machine noise affected both. Rounds where that was 0 are left out. */
export const ratiosOf = (rounds: readonly number[], base: readonly number[]): number[] =>
  rounds.flatMap((value, round) => {
    const by = base[round];
    return by === undefined || by === 0 ? [] : [value / by];
  });

/** A quantile, such as 0.99. NaN if empty. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
