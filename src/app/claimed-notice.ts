import { z } from 'zod';
import { namePairSchema } from '../calendar/reason.ts';
import type { Card } from '../chat/card.ts';
import { platforms } from '../chat/place.ts';
import { words } from '../chat/text.ts';
import type { Locale } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';
import { nameOf } from '../org/organisation.ts';

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
