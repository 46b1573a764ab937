import { isSame } from './absences.ts';
import type { Deputy, OrgData } from './org-schema.ts';
import { closesCircle } from './stand-ins.ts';

/**
 * The organization that will replace the stored one, with the absences that people entered themselves: a file does not know them. Absences of people
 * who have left are dropped, as is one that would form a circle with the file's deputies.
 */
export function keepOwnAbsences(next: OrgData, stored: Pick<OrgData, 'deputies'>): OrgData {
  const present = new Set(next.people.filter(({ active }) => active).map(({ id }) => id));
  const fits = (each: Deputy, deputies: readonly Deputy[]) =>
    present.has(each.person) &&
    present.has(each.deputy) &&
    !deputies.some((other) => isSame(other, each)) &&
    !closesCircle(each, deputies);
  const deputies = [...next.deputies];
  for (const each of stored.deputies) {
    if (each.setBy !== undefined && fits(each, deputies)) deputies.push(each);
  }
  return { ...next, deputies };
}
