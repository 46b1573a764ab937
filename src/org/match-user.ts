import { isInDomains } from './contact.ts';
import type { IdentityPlatform } from './identity.ts';
import type { Organisation, Person } from './organisation.ts';

/** What a platform guarantees about one of its users. `mobile` only if the platform has verified it. */
export interface ChatUser {
  readonly platform: IdentityPlatform;
  readonly workspace: string;
  readonly kind: 'member' | 'guest' | 'external' | 'bot';
  readonly email?: string;
  readonly mobile?: string;
}

/** Why a user is not matched to a person; an administrator must link them by hand, if at all. */
export type Unmatched =
  | 'notAMember'
  /** The platform provides neither an e-mail address nor a mobile number. */
  | 'noContact'
  | 'otherDomain'
  | 'nobody'
  /** The e-mail address belongs to one person and the mobile number to another. */
  | 'twoPeople'
  /** The person already has another identity in this workspace: perhaps an address reassigned to a new employee. */
  | 'linkedAlready';

export type Match =
  | { readonly matched: true; readonly person: Person; readonly by: 'email' | 'mobile' }
  | { readonly matched: false; readonly reason: Unmatched };

/**
 * Matches an unknown chat user to a person: by e-mail or mobile, and only if they are a full member whose address, if the platform provides one, is
 * in an allowed domain. Guests, people from other organizations and bots are never matched.
 */
export function matchUser(user: ChatUser, org: Organisation): Match {
  const { email, mobile } = user;
  if (user.kind !== 'member') return unmatched('notAMember');
  if (!email && !mobile) return unmatched('noContact');
  if (email && !isInDomains(email, org.settings.allowedEmailDomains)) return unmatched('otherDomain');
  const byEmail = email ? org.personByEmail(email) : undefined;
  const byMobile = mobile ? org.personByMobile(mobile) : undefined;
  if (byEmail && byMobile && byEmail.id !== byMobile.id) return unmatched('twoPeople');
  const person = byEmail ?? byMobile;
  if (!person) return unmatched('nobody');
  const isLinked = person.identities.some(
    ({ platform, workspace }) => platform === user.platform && workspace === user.workspace,
  );
  if (isLinked) return unmatched('linkedAlready');
  return { matched: true, person, by: byEmail ? 'email' : 'mobile' };
}

function unmatched(reason: Unmatched): Match {
  return { matched: false, reason };
}
