import { dayOf } from '../../src/calendar/day.ts';
import { formatPeriod } from '../../src/calendar/format.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import type { ServiceHeading } from '../../src/figures/heading.ts';
import { type MessageKey, translate } from '../../src/i18n/translate.ts';
import { nameOf } from '../../src/org/organisation.ts';
import type { Context } from '../context.ts';
import { plainCard } from '../replies.ts';
import { type FiguresRequest, readFiguresRequest } from './read-figures-request.ts';

/** A card of figures for what somebody wishes, by the clock of their site; where that is not understood, how it can be said. */
export async function answerFiguresRequest(
  said: string,
  unread: MessageKey,
  { org, now, person, locale }: Pick<Context, 'org' | 'now' | 'person' | 'locale'>,
  draw: (wish: FiguresRequest, heading: ServiceHeading & { readonly zone: string }) => Promise<Card>,
): Promise<Reply> {
  const { zone } = org.siteOfPerson(person.id);
  const today = dayOf(now, zone);
  const wish = readFiguresRequest(said, today, org);
  if (!wish) {
    const text = translate(locale, unread, { said: said.slice(0, 60) });
    return plainCard(translate(locale, 'help.title'), [{ kind: 'text', text: words(text) }]);
  }
  const whose = org.project(wish.projectId ?? '') ?? org.customer(wish.customerId ?? '');
  const heading = {
    period: formatPeriod(wish.kind, wish.period, locale),
    whose: whose ? nameOf(whose.name, locale) : null,
    running: wish.period.last >= today,
    zone,
  };
  return { kind: 'card', card: await draw(wish, heading) };
}
