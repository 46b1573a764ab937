import { type Context, contextFor, type Tools } from '../../commands/context.ts';
import type { Interaction } from '../chat/interaction.ts';
import type { ChatAdapter } from '../chat/port.ts';
import type { Reply } from '../chat/reply.ts';
import { words } from '../chat/text.ts';
import type { Clock } from '../clock.ts';
import { type MessageKey, translate } from '../i18n/translate.ts';
import type { IdentityLink } from '../org/identity.ts';
import { matchUser } from '../org/match-user.ts';
import type { OrgStore } from '../org/org-store.ts';
import type { Organisation } from '../org/organisation.ts';

/** What it takes to tell who somebody is. */
export interface Identification {
  readonly tools: Tools;
  readonly clock: Clock;
  readonly organisation: OrgStore;
  readonly adapters: ReadonlyMap<string, ChatAdapter>;
  /** Answers somebody who says a one-time code; null for anything else. */
  readonly claim: (interaction: Interaction, org: Organisation) => Promise<Reply | null>;
  /** Told when somebody was linked by e-mail or mobile, so that QED hears of it. */
  readonly linked: (link: IdentityLink, org: Organisation) => Promise<void>;
}

/**
 * Who asks: the person whose identity it is; a full member whom the platform vouches for, who is then linked; or nobody, who
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

/** Nobody's language is known: the organisation's first site's is used. */
function stranger(key: MessageKey, user: string, org: Organisation): { reply: Reply } {
  const locale = org.siteOfDepartment('').language;
  return { reply: { kind: 'toast', tone: 'warning', text: words(translate(locale, key, { user })) } };
}
