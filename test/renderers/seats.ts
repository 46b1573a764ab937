import type { Platform } from '../../src/chat/interaction.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import type { View } from '../../src/records/declaration/record-context.ts';
import { MONDAY, testOrganisation } from '../support/organisation.ts';

/** The workspace of each platform in which everybody of the test organisation has a seat. */
export const workspaces: Readonly<Record<Platform, string>> = {
  slack: 'T0001',
  feishu: 'cli_a1b2c3d4e5f60718',
  console: 'local',
};

/** A person's user id on a platform. */
export function userIdOf(person: string, platform: Platform): string {
  switch (platform) {
    case 'slack':
      return `U0${person.replaceAll('-', '').toUpperCase()}`;
    case 'feishu':
      return `ou_${person}`;
    case 'console':
      return person;
    default:
      return platform satisfies never;
  }
}

/** The organisation with everybody seated on every platform, so that each card can mention them there. */
export function seated(org: Organisation = testOrganisation()): Organisation {
  const identitiesOf = (id: string) =>
    (['slack', 'feishu', 'console'] as const).map((platform) => ({
      platform,
      workspace: workspaces[platform],
      userId: userIdOf(id, platform),
    }));
  return {
    ...org,
    person(id) {
      const person = org.person(id);
      return person && { ...person, identities: identitiesOf(id) };
    },
  };
}

/** How somebody looks at something on a platform; nobody looks in a channel. */
export function viewOn(
  platform: Platform,
  { org, locale, viewer, now = MONDAY }: { org: Organisation; locale: Locale; viewer: string | null; now?: Date },
): View {
  return { org, now, locale, platform, workspace: workspaces[platform], viewer };
}
