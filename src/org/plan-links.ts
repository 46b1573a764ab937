import { isInDomains } from './contact.ts';
import type { IdentityPlatform } from './identity.ts';
import type { Organisation, Person } from './organisation.ts';

/** Why a person is not found in a directory. */
export type NotFoundBecause = 'notFound' | 'deactivated' | 'guest' | 'external' | 'ambiguous';

/** A directory's answer about a person. */
export type DirectorySays =
  | { readonly found: 'user'; readonly userId: string; readonly by: 'email' | 'mobile' }
  | { readonly found: 'no'; readonly because: NotFoundBecause };

/** Why a person is not linked. `taken`: the account already belongs to another person. */
export type NotLinkedBecause = NotFoundBecause | 'noContact' | 'otherDomain' | 'taken';

/** The plan for a person who has no account in a workspace yet. */
export type PlannedLink =
  | { readonly person: Person; readonly link: { readonly userId: string; readonly by: 'email' | 'mobile' } }
  | { readonly person: Person; readonly because: NotLinkedBecause };

interface Workspace {
  readonly platform: IdentityPlatform;
  readonly workspace: string;
}

/** People without an account in a workspace, and how to look them up: an address counts only in an allowed domain. */
export function wantedIn({ platform, workspace }: Workspace, org: Organisation) {
  const isLinked = ({ identities }: Person) =>
    identities.some((each) => each.platform === platform && each.workspace === workspace);
  const people = org.people.filter((person) => !isLinked(person));
  const wanted = people.flatMap(({ id, email, mobile }) => {
    const address = email !== undefined && isInDomains(email, org.settings.allowedEmailDomains) ? { email } : {};
    // Slack does not verify phone numbers.
    const phone = platform === 'feishu' && mobile !== undefined ? { mobile } : {};
    return 'email' in address || 'mobile' in phone ? [{ id, ...address, ...phone }] : [];
  });
  return { people, wanted, linked: org.people.length - people.length };
}

/** Plans a link for each person without an account, from the directory's answers. */
export function planLinks(
  workspace: Workspace,
  people: readonly Person[],
  answers: ReadonlyMap<string, DirectorySays>,
  org: Organisation,
): PlannedLink[] {
  const foundFor = new Map<string, number>();
  for (const answer of answers.values()) {
    if (answer.found === 'user') foundFor.set(answer.userId, (foundFor.get(answer.userId) ?? 0) + 1);
  }
  return people.map((person): PlannedLink => {
    const answer = answers.get(person.id);
    if (!answer) return { person, because: person.email === undefined ? 'noContact' : 'otherDomain' };
    if (answer.found === 'no') return { person, because: answer.because };
    const { userId, by } = answer;
    if ((foundFor.get(userId) ?? 0) > 1) return { person, because: 'ambiguous' };
    if (org.personByIdentity(workspace.platform, workspace.workspace, userId)) return { person, because: 'taken' };
    return { person, link: { userId, by } };
  });
}
