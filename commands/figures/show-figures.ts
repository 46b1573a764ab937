import { dayOf, endOfDay, startOfDay } from '../../src/calendar/day.ts';
import { formatPeriod } from '../../src/calendar/format.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { drawFeedback } from '../../src/figures/feedback/card.ts';
import { readFeedback } from '../../src/figures/feedback/read.ts';
import type { ServiceHeading } from '../../src/figures/heading.ts';
import { drawSatisfaction } from '../../src/figures/satisfaction/card.ts';
import { reportFigures } from '../../src/figures/satisfaction/report.ts';
import { drawService } from '../../src/figures/service/card.ts';
import { analyseServices } from '../../src/figures/service/read.ts';
import { type MessageKey, translate } from '../../src/i18n/translate.ts';
import { nameOf } from '../../src/org/organisation.ts';
import type { Context } from '../context.ts';
import { plainCard } from '../replies.ts';
import { type FiguresRequest, readFiguresRequest } from './read-figures-request.ts';

/** A card with the requested figures, in the time zone of the user's site; if the request is not understood, how to phrase it. */
async function answerFiguresRequest(
  said: string,
  unread: MessageKey,
  { org, now, person, locale }: Pick<Context, 'org' | 'now' | 'person' | 'locale'>,
  draw: (request: FiguresRequest, heading: ServiceHeading & { readonly zone: string }) => Promise<Card>,
): Promise<Reply> {
  const { zone } = org.siteOfPerson(person.id);
  const today = dayOf(now, zone);
  const request = readFiguresRequest(said, today, org);
  if (!request) {
    const text = translate(locale, unread, { said: said.slice(0, 60) });
    return plainCard(translate(locale, 'help.title'), [{ kind: 'text', text: words(text) }]);
  }
  const whose = org.project(request.projectId ?? '') ?? org.customer(request.customerId ?? '');
  const heading = {
    period: formatPeriod(request.kind, request.period, locale),
    whose: whose ? nameOf(whose.name, locale) : null,
    running: request.period.last >= today,
    zone,
  };
  return { kind: 'card', card: await draw(request, heading) };
}

/** Customer feedback in a period: CSAT, mean, response rate, the least satisfied, and their comments. */
export function showSatisfaction(said: string, context: Context): Promise<Reply> {
  const { org, locale } = context;
  return answerFiguresRequest(said, 'satisfaction.unread', context, async (request, { zone, ...heading }) => {
    const figures = await reportFigures({ ...request, zone }, context, request);
    return drawSatisfaction(figures, heading, org, locale);
  });
}

/** 客户反馈信息表 of a period (R41): what customers say of their service level, and which further services they want. */
export function showFeedback(said: string, context: Context): Promise<Reply> {
  const { org, locale, facts } = context;
  return answerFiguresRequest(said, 'feedback.unread', context, async (request, { zone, ...heading }) => {
    const span = { from: startOfDay(request.period.first, zone), to: endOfDay(request.period.last, zone) };
    return drawFeedback(await readFeedback(span, facts, request), heading, org, locale);
  });
}

/** The figures of a period (R24), for a project, a customer or everything, shown to the user only. */
export function showService(said: string, context: Context): Promise<Reply> {
  return answerFiguresRequest(said, 'service.unread', context, async (request, { zone, ...heading }) => {
    const analysis = await analyseServices({ ...request, zone }, request, context);
    return drawService(analysis, heading, context.org, context.locale);
  });
}
