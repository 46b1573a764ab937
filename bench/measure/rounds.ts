/** A participant of the rounds. */
export interface Contender<Result> {
  readonly name: string;
  /** Prepares a run, and returns the function that does it. Only the second part is measured. */
  readonly prepare: () => Promise<() => Promise<Result>>;
}

/** Runs all participants in turn, in a different order each round, after one warm-up run of each. Returns the results of the rounds by name. */
export async function takeTurns<Result>(
  contenders: readonly Contender<Result>[],
  rounds: number,
): Promise<ReadonlyMap<string, Result[]>> {
  const results = new Map(contenders.map(({ name }) => [name, [] as Result[]]));
  for (let round = -1; round < rounds; round++) {
    for (const { name, prepare } of inOrder(contenders, round)) {
      const turn = await prepare();
      const result = await turn();
      if (round >= 0) results.get(name)?.push(result);
    }
  }
  return results;
}

/** The order of a round: starts with a different one each time, and every second time runs backwards. */
export function inOrder<Item>(items: readonly Item[], round: number): Item[] {
  const first = Math.max(round, 0) % Math.max(items.length, 1);
  const rotated = [...items.slice(first), ...items.slice(0, first)];
  return round % 2 === 0 ? rotated : rotated.toReversed();
}
