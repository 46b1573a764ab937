import { z } from 'zod';
import { namePairSchema } from '../../src/calendar/reason.ts';
import type { Card } from '../../src/chat/card.ts';
import { platforms } from '../../src/chat/place.ts';
import { words } from '../../src/chat/text.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { translate } from '../../src/i18n/translate.ts';
import { nameOf } from '../../src/org/organisation.ts';

/** What QED is told when somebody became administrator by a one-time code. */
export const claimedNotice = z.object({
  notice: z.literal('claimed'),
  person: namePairSchema,
  platform: z.enum(platforms),
  userId: z.string(),
});

/** The news of a new administrator. */
export function drawClaimed({ person, platform, userId }: z.infer<typeof claimedNotice>, locale: Locale): Card {
  const text = translate(locale, 'claim.told', { person: nameOf(person, locale), platform, user: userId });
  const title = translate(locale, 'claim.told.title');
  return { title, tone: 'warning', summary: text, blocks: [{ kind: 'text', text: words(text) }] };
}
