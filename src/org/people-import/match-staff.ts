import type { OrgData, PersonData } from '../org-schema.ts';
import type { LineProblem, StaffLine } from './read-staff.ts';

/** The person a line refers to: a stored person, a new one, or undetermined. */
type Match =
  | { readonly kind: 'stored'; readonly person: PersonData }
  | { readonly kind: 'new' }
  | { readonly kind: 'unclear'; readonly problem: LineProblem };

const isNamed = ({ name }: PersonData, { name: said }: StaffLine) =>
  [name.zh, name.en].some((known) => known === said.zh || known === said.en);

/**
 * Matches a line to a person, by employee number, otherwise by e-mail, otherwise by mobile. A number belongs to one person forever; an address may
 * have been reassigned, so it counts only if neither number nor name contradicts it.
 */
export function matchStaff(line: StaffLine, { people }: OrgData): Match {
  const unclear = (key: LineProblem['key'], person: PersonData): Match => ({
    kind: 'unclear',
    problem: { line: line.line, key, params: { id: person.id, name: person.name.zh, number: line.number ?? '' } },
  });
  const byNumber = people.find(({ number }) => number !== undefined && number === line.number);
  const byContact = people.find((person) => person.active && sharesContact(person, line));
  if (byNumber && byContact && byNumber !== byContact) return unclear('people.line.twoPeople', byContact);
  if (byNumber) {
    if (!byNumber.active && !isNamed(byNumber, line)) return unclear('people.line.numberTaken', byNumber);
    return { kind: 'stored', person: byNumber };
  }
  return byContact ? { kind: 'stored', person: byContact } : { kind: 'new' };
}

function sharesContact(person: PersonData, line: StaffLine): boolean {
  const bothNumbered = person.number !== undefined && line.number !== undefined;
  if (bothNumbered && !isNamed(person, line)) return false;
  if (person.email !== undefined && line.email !== undefined) return person.email === line.email;
  return person.mobile !== undefined && person.mobile === line.mobile;
}

/** The id of a new person, from their number or else their address; null if both ids are taken. Ids are never reused, even after their owner has left. */
export function newId({ number, email = '' }: StaffLine, taken: ReadonlySet<string>): string | null {
  const [local = ''] = email.split('@');
  const candidates = number === undefined ? [local, email] : [number];
  return candidates.map(toId).find((id) => !taken.has(id)) ?? null;
}

/** Letters, digits and hyphens, beginning with a letter. */
function toId(text: string): string {
  const plain = text.replace(/[^\w-]+/g, '-').replace(/^-+|-+$/g, '');
  return (/^[a-zA-Z]/.test(plain) ? plain : `p${plain}`).slice(0, 40);
}
