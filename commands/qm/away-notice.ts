import { z } from 'zod';
import { formatDay } from '../../src/calendar/format.ts';
import { namePairSchema } from '../../src/calendar/reason.ts';
import type { Card } from '../../src/chat/card.ts';
import { words } from '../../src/chat/text.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { translate } from '../../src/i18n/translate.ts';
import { nameOf } from '../../src/org/organisation.ts';

/** A deputy's notice: a colleague is away and they are the deputy, or that is over. */
export const awayNotice = z.object({
  notice: z.literal('away'),
  what: z.enum(['set', 'ended']),
  person: namePairSchema,
  from: z.iso.date(),
  to: z.iso.date(),
});

/** The notice to a deputy. */
export function drawAway({ what, person, from, to }: z.infer<typeof awayNotice>, locale: Locale): Card {
  const params = { person: nameOf(person, locale), from: formatDay(from, locale), to: formatDay(to, locale) };
  const text = translate(locale, from === to ? `away.told.${what}.oneDay` : `away.told.${what}`, params);
  const title = translate(locale, `away.told.${what}.title`, params);
  return { title, tone: 'neutral', summary: text, blocks: [{ kind: 'text', text: words(text) }] };
}
