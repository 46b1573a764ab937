import { isDeepStrictEqual } from 'node:util';
import type { OrgData } from '../org-schema.ts';
import type { Edition } from './customer-shape.ts';

/** The organization with the edition noted on each customer and project that differs from the stored one; the stored organization if none does. */
export function markEdited(next: OrgData, stored: OrgData, edited: Edition): OrgData {
  const mark = <Item extends { readonly id: string }>(items: readonly Item[], were: readonly Item[]) =>
    items.map((item) =>
      isDeepStrictEqual(
        item,
        were.find(({ id }) => id === item.id),
      )
        ? item
        : { ...item, edited },
    );
  const marked = {
    ...next,
    customers: mark(next.customers, stored.customers),
    projects: mark(next.projects, stored.projects),
  };
  return isDeepStrictEqual(marked, stored) ? stored : marked;
}
