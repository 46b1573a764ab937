/** The median of several rounds, and between what they lay. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** The middle of some numbers; of an even count the mean of the two in the middle. NaN when there are none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return Number.isInteger(middle) ? (at(middle - 1) + at(middle)) / 2 : at(Math.floor(middle));
}

/** The spread of the rounds; null when there are none. */
export function spreadOf(rounds: readonly number[]): Spread | null {
  if (rounds.length === 0) return null;
  return { median: median(rounds), least: Math.min(...rounds), most: Math.max(...rounds) };
}

/** Each round's ratio to the same round of something else: the noise of the machine met both. Rounds in which that was 0 have none. */
export const ratiosOf = (rounds: readonly number[], base: readonly number[]): number[] =>
  rounds.flatMap((value, round) => {
    const by = base[round];
    return by === undefined || by === 0 ? [] : [value / by];
  });

/** The number below which a share of the numbers lies, such as 0.99. NaN when there are none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
