/**
 * Items sorted by `compare`; ties are broken by their places, which are looked up only for tied items. Items with the same place stay in their order.
 */
export async function rank<Item, Place>(
  items: readonly Item[],
  compare: (left: Item, right: Item) => number,
  placeOf: (item: Item) => Promise<Place>,
  comparePlaces: (left: Place, right: Place) => number,
): Promise<Item[]> {
  const tied = items.filter((one) => items.some((other) => other !== one && compare(one, other) === 0));
  const places = new Map(await Promise.all(tied.map(async (item) => [item, await placeOf(item)] as const)));
  return items.toSorted((left, right) => {
    const difference = compare(left, right);
    if (difference !== 0 || !places.has(left) || !places.has(right)) return difference;
    return comparePlaces(places.get(left) as Place, places.get(right) as Place);
  });
}
