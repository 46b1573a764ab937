import { isSame } from './absences.ts';
import type { Deputy, OrgData } from './org-schema.ts';
import { closesCircle } from './stand-ins.ts';

/**
 * An organisation that is to take the stored one's place, with the absences that people set down themselves: a file does not know them.
 * Left out are those of people who are gone, and one that would close a circle with what the file says.
 */
export function keepOwnAbsences(next: OrgData, stored: Pick<OrgData, 'deputies'>): OrgData {
  const present = new Set(next.people.filter(({ active }) => active).map(({ id }) => id));
  const fits = (each: Deputy, deputies: readonly Deputy[]) =>
    present.has(each.person) &&
    present.has(each.deputy) &&
    !deputies.some((other) => isSame(other, each)) &&
    !closesCircle(each, deputies);
  const deputies = stored.deputies
    .filter(({ setBy }) => setBy !== undefined)
    .reduce((kept, each) => (fits(each, kept) ? [...kept, each] : kept), next.deputies);
  return { ...next, deputies };
}
