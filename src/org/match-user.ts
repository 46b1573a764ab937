import { isInDomains } from './contact.ts';
import type { IdentityPlatform } from './identity.ts';
import type { Organisation, Person } from './organisation.ts';

/** What a platform vouches for about one of its users. `mobile` only where the platform has verified it. */
export interface ChatUser {
  readonly platform: IdentityPlatform;
  readonly workspace: string;
  readonly kind: 'member' | 'guest' | 'external' | 'bot';
  readonly email?: string;
  readonly mobile?: string;
}

/** Why a user is not matched to a person; somebody has to link them by hand, if they are to be linked. */
export type Unmatched =
  | 'notAMember'
  /** The platform tells neither an e-mail address nor a mobile number. */
  | 'noContact'
  | 'otherDomain'
  | 'nobody'
  /** The e-mail address is one person's and the mobile number another's. */
  | 'twoPeople'
  /** The person has another identity in this workspace already: an address that was given to somebody new, perhaps. */
  | 'linkedAlready';

export type Match =
  | { readonly matched: true; readonly person: Person; readonly by: 'email' | 'mobile' }
  | { readonly matched: false; readonly reason: Unmatched };

/**
 * Whom an unknown chat user is: by e-mail or mobile, and only if they are a full member whose address, where the platform
 * tells one, lies in an allowed domain. Guests, people of other organisations and bots are never matched.
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
