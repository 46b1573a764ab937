import { isDeepStrictEqual } from 'node:util';
import type { OrgData } from '../org-schema.ts';

type Item = OrgData['customers'][number] | OrgData['projects'][number];

/**
 * The organization that will replace the stored one, with customers and projects edited in chat since the file was written. A file made by `org
 * export` names the edition it was made from, and overrides that edition; a file without the stored edition keeps what is stored.
 */
export function keepEdited(next: OrgData, stored: Pick<OrgData, 'customers' | 'projects'>): OrgData {
  return {
    ...next,
    customers: merged(next.customers, stored.customers),
    projects: merged(next.projects, stored.projects),
  };
}

function merged<Each extends Item>(next: readonly Each[], stored: readonly Each[]): Each[] {
  const kept = new Map(stored.filter(({ edited }) => edited !== undefined).map((item) => [item.id, item]));
  const known = new Set(next.map(({ id }) => id));
  const chosen = next.map((item) => {
    const own = kept.get(item.id);
    return own && !isDeepStrictEqual(own.edited, item.edited) ? own : item;
  });
  return [...chosen, ...[...kept.values()].filter(({ id }) => !known.has(id))];
}
