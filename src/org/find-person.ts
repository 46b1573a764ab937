import type { IdentityPlatform } from './identity.ts';
import type { Organisation, Person } from './organisation.ts';

/** Where a message was written: a mention there refers to a user of that workspace. */
export interface SaidWhere {
  readonly platform: IdentityPlatform;
  readonly workspace: string;
}

/** The person found: one person, or several candidates, the likeliest first. */
export type FoundPerson =
  | { readonly found: 'one'; readonly person: Person }
  | { readonly found: 'several' | 'near'; readonly people: readonly Person[] }
  | { readonly found: 'nobody' };

/** How many near misses to suggest. */
const MOST_NEAR = 5;

/**
 * Finds a person by text: an id, an employee number, an e-mail address, a name in either language, or a mention (`@Li Na`, `@U0123`). A near match is
 * returned as a list of candidates, never as a person.
 */
export function findPerson(said: string, { platform, workspace }: SaidWhere, org: Organisation): FoundPerson {
  const word = said.trim().replace(/^@/, '');
  const mentioned = org.personByIdentity(platform, workspace, word);
  if (mentioned) return { found: 'one', person: mentioned };
  const wanted = plain(word);
  if (wanted === '') return { found: 'nobody' };
  const exact = org.people.filter((person) => namesOf(person).includes(wanted));
  const [only] = exact;
  if (only && exact.length === 1) return { found: 'one', person: only };
  if (exact.length > 1) return { found: 'several', people: exact.slice(0, MOST_NEAR) };
  const near = org.people
    .map((person) => ({ person, distance: Math.min(...namesOf(person).map((name) => distanceOf(name, wanted))) }))
    .filter(({ distance }) => Number.isFinite(distance))
    .sort((left, right) => left.distance - right.distance)
    .map(({ person }) => person);
  return near.length > 0 ? { found: 'near', people: near.slice(0, MOST_NEAR) } : { found: 'nobody' };
}

/** Without case, width, spaces and the punctuation of an id. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·._-]/g, '');

const namesOf = ({ id, name, number = '', email = '' }: Person) =>
  [id, name.zh, name.en, number, email, email.split('@')[0] ?? ''].map(plain).filter((each) => each !== '');

/** The distance between two names; infinite if they cannot be confused. */
function distanceOf(name: string, wanted: string): number {
  if (name.includes(wanted) || wanted.includes(name)) return 1;
  const edits = editsBetween(Array.from(name), Array.from(wanted));
  const allowed = Math.max(1, Math.floor(Math.min(name.length, wanted.length) / 3));
  // One different character in a Chinese name of two or three: 刘扬 for 刘洋.
  return edits <= allowed && edits < name.length ? 1 + edits : Number.POSITIVE_INFINITY;
}

/** Levenshtein distance. */
function editsBetween(left: readonly string[], right: readonly string[]): number {
  let row = right.map((_, index) => index + 1);
  left.forEach((letter, index) => {
    let before = index;
    let last = index + 1;
    row = row.map((above, at) => {
      const cost = letter === right[at] ? before : 1 + Math.min(before, above, last);
      before = above;
      last = cost;
      return cost;
    });
  });
  return row.at(-1) ?? left.length;
}
