import { NO_DEADLINE } from './filing.ts';
import { type Reader, readableBy } from './reader.ts';

/** How far the records of a list have come. `overdue`: open, and past the deadline of their state. */
export const listStatuses = ['open', 'overdue', 'closed', 'all'] as const;
export type ListStatus = (typeof listStatuses)[number];

/** What a list of a type's records is narrowed by; a record must meet all of it. */
export interface ListFilter {
  readonly type: string;
  readonly standing: ListStatus;
  /** Tags, as `tagOf` makes them: one of each list. */
  readonly tags: readonly (readonly string[])[];
  /** Opened no earlier than `from`, and before `before`. */
  readonly opened?: { readonly from?: Date; readonly before?: Date };
  readonly reader: Reader;
  readonly now: Date;
}

/** The filter as a query of the collection: by the index on type, tags and order, or that on type and order. */
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

/** Where in the order of lists the records of a standing lie; null for all of them. */
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
