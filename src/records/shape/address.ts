import type { Target } from '../../chat/port.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Organisation } from '../../org/organisation.ts';

/** The workspaces that an adapter serves now, as `platform:workspace`. */
export type Routes = ReadonlySet<string>;

/** Where a person is reached in a direct message, and in which language. */
export interface Address {
  readonly route: string;
  readonly target: Target;
  readonly locale: Locale;
}

/** The first of a person's identities on a workspace that is served; null when there is none. */
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
