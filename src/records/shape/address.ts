import type { Target } from '../../chat/port.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Organisation } from '../../org/organisation.ts';

/** The workspaces served by an adapter now, as `platform:workspace`. */
export type Routes = ReadonlySet<string>;

/** A person's address for direct messages, and their language. */
export interface Address {
  readonly route: string;
  readonly target: Target;
  readonly locale: Locale;
}

/** A person's first identity on a served workspace; null if there is none. */
export function addressOf(personId: string, org: Organisation, routes: Routes): Address | null {
  const person = org.person(personId);
  const identity = person?.identities.find(({ platform, workspace }) => routes.has(`${platform}:${workspace}`));
  if (!person || !identity) return null;
  return {
    route: `${identity.platform}:${identity.workspace}`,
    target: { kind: 'user', userId: identity.userId },
    locale: person.language,
  };
}
