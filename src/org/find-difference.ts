import { isDeepStrictEqual } from 'node:util';
import type { OrgData } from './org-schema.ts';

/** The organization's lists whose items have an id. */
const lists = ['sites', 'departments', 'people', 'channels', 'customers', 'projects'] as const;
export type OrgList = (typeof lists)[number];

/** One change that an import would make. `fields` are the names of what differs in an item that stays. */
export type OrgChange =
  | { readonly kind: 'added' | 'removed'; readonly list: OrgList; readonly id: string }
  | { readonly kind: 'changed'; readonly list: OrgList; readonly id: string; readonly fields: readonly string[] }
  | { readonly kind: 'changed'; readonly list: 'settings' | 'deputies' | 'workspaces' | 'company' };

/** The changes from one organization to another; empty if they are the same. The order of items does not matter. */
export function findDifference(before: OrgData, after: OrgData): OrgChange[] {
  return [
    ...lists.flatMap((list) => compareLists(list, before[list], after[list])),
    ...(['settings', 'deputies', 'workspaces', 'company'] as const).flatMap((list): OrgChange[] =>
      isDeepStrictEqual(before[list], after[list]) ? [] : [{ kind: 'changed', list }],
    ),
  ];
}

type Item = Readonly<Record<string, unknown>> & { readonly id: string };

function compareLists(list: OrgList, before: readonly Item[], after: readonly Item[]): OrgChange[] {
  const was = new Map(before.map((item) => [item.id, item]));
  const is = new Map(after.map((item) => [item.id, item]));
  const removed = before.filter(({ id }) => !is.has(id)).map(({ id }): OrgChange => ({ kind: 'removed', list, id }));
  const others = after.flatMap((item): OrgChange[] => {
    const old = was.get(item.id);
    if (!old) return [{ kind: 'added', list, id: item.id }];
    const fields = changedFields(old, item);
    return fields.length > 0 ? [{ kind: 'changed', list, id: item.id, fields }] : [];
  });
  return [...removed, ...others];
}

function changedFields(old: Item, item: Item): string[] {
  const names = new Set([...Object.keys(old), ...Object.keys(item)]);
  return [...names].filter((name) => !isDeepStrictEqual(old[name], item[name]));
}
