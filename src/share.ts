/** A count out of a total; `of` is 0 if there is nothing to count. */
export interface Share {
  readonly met: number;
  readonly of: number;
}

/** Mean and sample size; null if empty. */
export interface Mean {
  readonly value: number | null;
  readonly of: number;
}

/** A share in percent with one decimal; null if empty. */
export const percentOf = ({ met, of }: Share): number | null => (of === 0 ? null : Math.round((met * 1000) / of) / 10);

/** A share as displayed: `92.5%`; null if empty. */
export const percentText = (share: Share): string | null => (share.of === 0 ? null : `${percentOf(share)}%`);
