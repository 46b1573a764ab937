/** Totals are exact up to here and shown as "over" beyond: larger totals help nobody, and counting costs. */
export const MOST_COUNTED = 1_000;

/** A page of a list: `limit` items after the first `skip`. */
export interface PageRange {
  readonly skip: number;
  readonly limit: number;
}

/** How far a total is counted: enough to tell that it is over `MOST_COUNTED`, and that there is a next page. */
export const countLimit = ({ skip, limit }: PageRange): number => Math.max(MOST_COUNTED, skip + limit) + 1;
