/** The next id of a list whose items are never removed: C1, C2 ... */
export const nextId = (mark: string, items: readonly unknown[]): string => `${mark}${items.length + 1}`;
