import type { Interaction } from '../../src/chat/interaction.ts';
import type { ChatAdapter } from '../../src/chat/port.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import type { Clock } from '../../src/clock.ts';
import { type MessageKey, translate } from '../../src/i18n/translate.ts';
import type { IdentityLink } from '../../src/org/identity.ts';
import { matchUser } from '../../src/org/match-user.ts';
import type { OrgStore } from '../../src/org/org-store.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import { type Context, contextFor, type Tools } from '../context.ts';

/** What identifying a user needs. */
export interface Identification {
  readonly tools: Tools;
  readonly clock: Clock;
  readonly organisation: OrgStore;
  readonly adapters: ReadonlyMap<string, ChatAdapter>;
  /** Answers a user who sends a one-time code; null for anything else. */
  readonly claim: (interaction: Interaction, org: Organisation) => Promise<Reply | null>;
  /** Called when a user was linked by e-mail or mobile, so that QED is notified. */
  readonly linked: (link: IdentityLink, org: Organisation) => Promise<void>;
}

/**
 * Identifies the user: the person with this identity; a full member vouched for by the platform, who is then linked; or nobody, who
 * is told how to be added.
 */
export function createIdentify({ tools, clock, organisation, adapters, claim, linked }: Identification) {
  return async (interaction: Interaction): Promise<{ context: Context } | { reply: Reply }> => {
    const { platform, workspace, userId } = interaction;
    const now = clock.now();
    const org = await organisation.load();
    const claimed = await claim(interaction, org);
    if (claimed) return { reply: claimed };
    const known = org.personByIdentity(platform, workspace, userId);
    if (known) return { context: contextFor(tools, interaction, { person: known, org, now }) };

    const user = await adapters.get(`${platform}:${workspace}`)?.user(userId);
    if (!user) return stranger('who.unknown', userId, org);
    const match = matchUser({ ...user, platform, workspace }, org);
    if (!match.matched) return stranger(user.kind === 'member' ? 'who.unknown' : 'who.guest', userId, org);
    const { person } = match;
    const link = { platform, workspace, userId, personId: person.id };
    const holder = await organisation.linkIdentity(link, match.by);
    if (holder !== person.id) return stranger('who.unknown', userId, org);
    await linked(link, org);
    return { context: contextFor(tools, interaction, { person, org: await organisation.load(), now }) };
  };
}

/** No language is known: that of the organization's first site is used. */
function stranger(key: MessageKey, user: string, org: Organisation): { reply: Reply } {
  const locale = org.siteOfDepartment('').language;
  return { reply: { kind: 'toast', tone: 'warning', text: words(translate(locale, key, { user })) } };
}
