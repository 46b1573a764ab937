/** Totals are exact up to here. What there is more is said to be over it: beyond that a number helps nobody, and counting costs. */
export const MOST_COUNTED = 1_000;

/** Some of a list: `limit` after the first `skip`. */
export interface PageRange {
  readonly skip: number;
  readonly limit: number;
}

/** How far a total is counted: to tell that it is over `MOST_COUNTED`, and that there is another page after this one. */
export const countLimit = ({ skip, limit }: PageRange): number => Math.max(MOST_COUNTED, skip + limit) + 1;
