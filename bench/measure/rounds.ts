/** One of those that take turns. */
export interface Contender<Result> {
  readonly name: string;
  /** Gets ready for a turn, and gives what does it. The second part alone is measured. */
  readonly prepare: () => Promise<() => Promise<Result>>;
}

/**
 * Has all take turns, in another order each round, after one turn of each that does not count. Gives the results of the rounds by name.
 */
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

/** The order of a round: begun with another one each time, and every second time backwards. */
export function inOrder<Item>(items: readonly Item[], round: number): Item[] {
  const first = Math.max(round, 0) % Math.max(items.length, 1);
  const rotated = [...items.slice(first), ...items.slice(0, first)];
  return round % 2 === 0 ? rotated : rotated.toReversed();
}
