/** How many of a number; `of` 0 where there is nothing to speak of. */
export interface Share {
  readonly met: number;
  readonly of: number;
}

/** A mean and of how many; null of none. */
export interface Mean {
  readonly value: number | null;
  readonly of: number;
}

/** A share in per cent with one decimal; null of none. */
export const percentOf = ({ met, of }: Share): number | null => (of === 0 ? null : Math.round((met * 1000) / of) / 10);

/** A share as it is said: `92.5%`; null of none. */
export const percentText = (share: Share): string | null => (share.of === 0 ? null : `${percentOf(share)}%`);
