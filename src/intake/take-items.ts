/** What became of one item. */
export type Taken =
  | { readonly result: 'created' | 'updated' | 'unchanged'; readonly number: string }
  | { readonly result: 'refused'; readonly problems: readonly ItemProblem[] };

/** What is wrong with an item: the field, and what to do about it, in English. */
export interface ItemProblem {
  readonly field: string;
  readonly problem: string;
}

/** Takes one item of a source in. A bad one is refused with its problems; it throws only where the database does. */
export type TakeItem = (source: string, item: unknown) => Promise<Taken>;

/** An item's outcome, at its place in the batch. */
export type ItemResult = Taken & { readonly index: number };

export interface BatchOutcome {
  readonly counts: Readonly<Record<Taken['result'], number>>;
  readonly results: readonly ItemResult[];
}

/** So many items are worked on at once: those of one batch must not hold up what people wait for. */
const AT_ONCE = 4;

/** Takes the items of a batch in, each for itself: a bad one does not keep the others out. */
export async function takeItems(items: readonly unknown[], source: string, take: TakeItem): Promise<BatchOutcome> {
  const results: ItemResult[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = { index, ...(await take(source, items[index])) };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const counts = { created: 0, updated: 0, unchanged: 0, refused: 0 };
  for (const { result } of results) counts[result] += 1;
  return { counts, results };
}
