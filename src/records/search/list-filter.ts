import { NO_DEADLINE } from './filing.ts';
import { type Reader, readableBy } from './reader.ts';

/** Status of listed records. `overdue`: open, and past the deadline of their state. */
export const listStatuses = ['open', 'overdue', 'closed', 'all'] as const;
export type ListStatus = (typeof listStatuses)[number];

/** Conditions that narrow a list of a type's records; a record must meet all of them. */
export interface ListFilter {
  readonly type: string;
  readonly standing: ListStatus;
  /** Tags, as made by `tagOf`: one from each list. */
  readonly tags: readonly (readonly string[])[];
  /** Opened at or after `from`, and before `before`. */
  readonly opened?: { readonly from?: Date; readonly before?: Date };
  readonly reader: Reader;
  readonly now: Date;
}

/** The filter as a collection query: uses the index on type, tags and order, or on type and order. */
export function toQuery(filter: ListFilter): Record<string, unknown> {
  const { type, standing, tags, opened, reader, now } = filter;
  const each = tags.filter((group) => group.length === 1).flat();
  const either = tags.filter((group) => group.length !== 1).map((group) => ({ tags: { $in: [...group] } }));
  const order = orderIn(standing, now);
  return {
    type,
    ...(each.length > 0 && { tags: { $all: each } }),
    ...(either.length > 0 && { $and: either }),
    ...(order && { order }),
    ...(opened && { createdAt: betweenOf(opened) }),
    ...readableBy(reader),
  };
}

/** The range of sort keys for a status; null for all. */
function orderIn(standing: ListStatus, now: Date): Record<string, number> | null {
  switch (standing) {
    case 'open':
      return { $lte: NO_DEADLINE };
    case 'overdue':
      return { $lte: now.getTime() - 1 };
    case 'closed':
      return { $gte: NO_DEADLINE + 1 };
    case 'all':
      return null;
    default:
      return standing satisfies never;
  }
}

const betweenOf = ({ from, before }: NonNullable<ListFilter['opened']>) => ({
  ...(from && { $gte: from }),
  ...(before && { $lt: before }),
});
