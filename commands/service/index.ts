import { drawService } from '../../src/analysis/draw-service.ts';
import { analyseServices } from '../../src/analysis/read-service.ts';
import { dayOf } from '../../src/calendar/day.ts';
import { formatPeriod } from '../../src/calendar/format.ts';
import { periodBefore } from '../../src/calendar/period.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { nameOf } from '../../src/org/organisation.ts';
import type { Context } from '../context.ts';
import { plainCard } from '../replies.ts';
import { type FiguresWish, readWish } from './read-wish.ts';

const names = /^(?:service|services|sla|服务指标|服务质量指标)(?=\s|$)/i;

/** `/service last month metro-3`, `服务指标 上月`; null for what does not ask for service figures. */
export function answerService(text: string, context: Context): Promise<Reply> | null {
  const name = names.exec(text)?.[0];
  return name === undefined ? null : showService(text.slice(name.length).trim(), context);
}

/** The figures of a period (R24), of a project, of a customer or of all, for the asker alone. */
export async function showService(said: string, context: Context): Promise<Reply> {
  const { org, now, person, locale } = context;
  const { zone } = org.siteOfPerson(person.id);
  const today = dayOf(now, zone);
  const wish = readWish(said, today, org);
  if (!wish) {
    const text = translate(locale, 'service.unread', { said: said.slice(0, 60) });
    return plainCard(translate(locale, 'help.title'), [{ kind: 'text', text: words(text) }]);
  }
  const { kind, period } = wish;
  const before = periodBefore(kind, period);
  const analysis = await analyseServices({ period, before, zone }, wish, context);
  const heading = {
    period: formatPeriod(kind, period, locale),
    whose: whoseIn(wish, context),
    running: period.last >= today,
  };
  return { kind: 'card', card: drawService(analysis, heading, org, locale) };
}

function whoseIn({ projectId, customerId }: FiguresWish, { org, locale }: Context): string | null {
  const whose = org.project(projectId ?? '') ?? org.customer(customerId ?? '');
  return whose ? nameOf(whose.name, locale) : null;
}
