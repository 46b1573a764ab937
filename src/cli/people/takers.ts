import { UserError } from '../../errors.ts';
import type { OrgData, PersonData } from '../../org/org-schema.ts';

/** Reads `--hand-over E1001=liu-yang,E1002=ma-li`. Fails with the user error `people.badHandOver`. */
export function parseHandOver(texts: readonly string[]): ReadonlyMap<string, string> {
  const pairs = texts.flatMap((text) => text.split(/[,，;；]/)).filter((pair) => pair.trim() !== '');
  return new Map(
    pairs.map((pair) => {
      const [leaver = '', taker = '', ...rest] = pair.split('=').map((part) => part.trim());
      if (leaver === '' || taker === '' || rest.length > 0) throw new UserError('people.badHandOver', { pair });
      return [leaver, taker] as const;
    }),
  );
}

/** A person by id, employee number or e-mail. */
function lookUp(said: string, people: readonly PersonData[]): PersonData | undefined {
  const word = said.toLowerCase();
  return people.find(({ id, number, email }) => [id, number, email].some((each) => each?.toLowerCase() === word));
}

/**
 * Who takes over from whom, by id: the pairs given, and with `toHeads` the head of the leaver's department for everyone else. `leavers` are those who
 * leave something behind; `after` is the organization without them. Fails with the user errors `people.notLeaving` and `people.noTaker`.
 */
export function takersOf(
  said: ReadonlyMap<string, string>,
  leavers: readonly PersonData[],
  after: OrgData,
  toHeads: boolean,
): ReadonlyMap<string, string> {
  const takers = new Map<string, string>();
  const staying = after.people.filter(({ active }) => active);
  for (const [from, to] of said) {
    const leaver = lookUp(from, leavers);
    if (!leaver) throw new UserError('people.notLeaving', { id: from });
    const taker = lookUp(to, staying);
    if (!taker) throw new UserError('people.noTaker', { id: to });
    takers.set(leaver.id, taker.id);
  }
  for (const leaver of toHeads ? leavers : []) {
    const head = after.departments.find(({ id }) => id === leaver.department)?.head;
    if (!takers.has(leaver.id) && staying.some(({ id }) => id === head)) takers.set(leaver.id, head ?? '');
  }
  return takers;
}
