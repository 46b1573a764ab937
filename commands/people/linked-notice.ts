import { z } from 'zod';
import { namePairSchema } from '../../src/calendar/reason.ts';
import type { Card } from '../../src/chat/card.ts';
import { platforms } from '../../src/chat/interaction.ts';
import { words } from '../../src/chat/text.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { translate } from '../../src/i18n/translate.ts';
import type { IdentityLink } from '../../src/org/identity.ts';
import { nameOf, type Organisation } from '../../src/org/organisation.ts';
import type { Announce } from '../../src/schedule/announce.ts';

/** Notifies QED's managers, once, that a chat user was linked to one of our people. */
export function announceLink(announce: Announce) {
  return async ({ platform, workspace, userId, personId }: IdentityLink, org: Organisation): Promise<void> => {
    const person = org.person(personId)?.name ?? { zh: personId, en: personId };
    const content: z.infer<typeof linkedNotice> = { notice: 'linked', person, platform, userId };
    const to = org.idsWith('qedManager');
    await announce({ job: 'linked', scope: `${platform}:${workspace}`, period: userId, to, content }, org);
  };
}

/** QED's notice of a new link. */
export const linkedNotice = z.object({
  notice: z.literal('linked'),
  person: namePairSchema,
  platform: z.enum(platforms),
  userId: z.string(),
});

/** The notice that a chat user was linked to a person. */
export function drawLinked({ person, platform, userId }: z.infer<typeof linkedNotice>, locale: Locale): Card {
  const text = translate(locale, 'linked.text', { person: nameOf(person, locale), platform, user: userId });
  const title = translate(locale, 'linked.title');
  return { title, tone: 'neutral', summary: text, blocks: [{ kind: 'text', text: words(text) }] };
}
