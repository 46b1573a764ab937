import type { Logger } from 'pino';
import { z } from 'zod';
import { namePairSchema } from '../../src/calendar/reason.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Interaction } from '../../src/chat/interaction.ts';
import { platforms } from '../../src/chat/place.ts';
import type { ChatAdapter } from '../../src/chat/port.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { type MessageKey, translate } from '../../src/i18n/translate.ts';
import type { Claims } from '../../src/org/claim-repository.ts';
import { normaliseEmail } from '../../src/org/contact.ts';
import { findPerson } from '../../src/org/find-person.ts';
import type { OrgStore } from '../../src/org/org-store.ts';
import { nameOf, type Organisation, type Person } from '../../src/org/organisation.ts';
import type { Announce } from '../../src/schedule/announce.ts';

/** QED's notice of a new administrator by one-time code. */
export const claimedNotice = z.object({
  notice: z.literal('claimed'),
  person: namePairSchema,
  platform: z.enum(platforms),
  userId: z.string(),
});

/** The notice of a new administrator. */
export function drawClaimed({ person, platform, userId }: z.infer<typeof claimedNotice>, locale: Locale): Card {
  const text = translate(locale, 'claim.told', { person: nameOf(person, locale), platform, user: userId });
  const title = translate(locale, 'claim.told.title');
  return { title, tone: 'warning', summary: text, blocks: [{ kind: 'text', text: words(text) }] };
}

interface Parts {
  readonly claims: Claims;
  readonly organisation: OrgStore;
  readonly adapters: ReadonlyMap<string, ChatAdapter>;
  readonly announce: Announce;
  readonly log: Logger;
}

/** `/qm claim 7KQ2-M0XW-3RFA`, optionally followed by one's person, if the platform does not tell. */
const CLAIM = /^(?:[/／]?qm\s+)?(?:claim|认领)\s+(\S+)\s*(.*)$/iu;

/**
 * How the first administrator gets in: a full member of the workspace who sends the code printed where the bot runs is linked
 * to their person and becomes administrator. The first use spends a code. QED is notified, and it is logged. Null for
 * anything that is not a claim.
 */
export function createClaim({ claims, organisation, adapters, announce, log }: Parts) {
  return async (interaction: Interaction, org: Organisation): Promise<Reply | null> => {
    const said =
      interaction.kind === 'command' && interaction.noun === null ? CLAIM.exec(interaction.text.trim()) : null;
    if (!said) return null;
    const [, code = '', named = ''] = said;
    const { platform, workspace, userId } = interaction;
    const at = { platform, workspace, userId };
    const user = await adapters.get(`${platform}:${workspace}`)?.user(userId);
    if (user?.kind !== 'member') {
      log.warn(at, 'claim by no full member');
      return answer('claim.notMember', org);
    }
    const claim = await claims.find(code);
    if (!claim) {
      log.warn(at, 'claim with a code that does not hold');
      return answer('claim.unknown', org);
    }
    const person = whoClaims(claim.personId, named, user.email, interaction, org);
    if (!person) return answer('claim.who', org);
    const known = org.personByIdentity(platform, workspace, userId);
    const other = person.identities.some((each) => each.platform === platform && each.workspace === workspace);
    if (known ? known.id !== person.id : other)
      return answer('claim.linkedAlready', org, { name: nameOf(person.name, 'en') });
    if (!(await claims.spend(code, `${platform}:${workspace}:${userId}`))) return answer('claim.unknown', org);
    const holder = known?.id ?? (await organisation.linkIdentity({ ...at, personId: person.id }, 'claim'));
    if (holder !== person.id) return answer('claim.unknown', org);
    await organisation.change((data) => {
      const roleless = data.people.some(({ id, roles }) => id === person.id && !roles.includes('admin'));
      if (!roleless) return data;
      const people = data.people.map((each) =>
        each.id === person.id ? { ...each, roles: [...each.roles, 'admin' as const] } : each,
      );
      return { ...data, people };
    });
    log.warn({ ...at, person: person.id }, 'administrator by one-time code');
    await tellQuality(announce, person, at, await organisation.load());
    const params = { name: nameOf(person.name, person.language) };
    return {
      kind: 'toast',
      tone: 'good',
      text: words(translate(person.language, 'claim.done', params)),
      locale: person.language,
    };
  };
}

/** The person the code is for, the person named, the owner of the address, or the organization's only administrator. */
function whoClaims(
  personId: string | null,
  named: string,
  email: string | undefined,
  interaction: Interaction,
  org: Organisation,
): Person | undefined {
  if (personId !== null) return org.people.find(({ id }) => id === personId);
  if (named !== '') {
    const found = findPerson(named, interaction, org);
    return found.found === 'one' ? found.person : undefined;
  }
  const known = org.personByIdentity(interaction.platform, interaction.workspace, interaction.userId);
  const byEmail = email ? org.people.find((person) => person.email === normaliseEmail(email)) : undefined;
  const administrators = org.peopleWith('admin');
  return known ?? byEmail ?? (administrators.length === 1 ? administrators[0] : undefined);
}

async function tellQuality(
  announce: Announce,
  { id, name }: Person,
  { platform, userId }: Pick<Interaction, 'platform' | 'userId'>,
  org: Organisation,
): Promise<void> {
  const to = org.idsWith('qedManager', 'qed');
  const content = { notice: 'claimed', person: name, platform, userId };
  await announce({ job: 'claimed', scope: id, period: `${platform}:${userId}`, to, content, orInChannels: true }, org);
}

/** No language is known yet: that of the organization's first site is used. */
function answer(key: MessageKey, org: Organisation, params: Readonly<Record<string, string>> = {}): Reply {
  const locale = org.siteOfDepartment('').language;
  return { kind: 'toast', tone: 'warning', text: words(translate(locale, key, params)), locale };
}
