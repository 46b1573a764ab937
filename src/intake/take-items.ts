/** The outcome for one item. */
export type Taken =
  | { readonly result: 'created' | 'updated' | 'unchanged'; readonly number: string }
  | { readonly result: 'refused'; readonly problems: readonly ItemProblem[] };

/** A problem with an item: the field, and what to do about it, in English. */
export interface ItemProblem {
  readonly field: string;
  readonly problem: string;
}

/** Processes one item from a source. An invalid one is rejected with its problems; throws only if the database does. */
export type TakeItem = (source: string, item: unknown) => Promise<Taken>;

/** An item's outcome, at its place in the batch. */
export type ItemResult = Taken & { readonly index: number };

export interface BatchOutcome {
  readonly counts: Readonly<Record<Taken['result'], number>>;
  readonly results: readonly ItemResult[];
}

/** How many items are processed at once: a batch must not hold up users who are waiting. */
const AT_ONCE = 4;

/** Processes the items of a batch independently: an invalid one does not block the others. */
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
