import { endOfDay, startOfDay } from '../../src/calendar/day.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { drawFeedback } from '../../src/figures/feedback/card.ts';
import { readFeedback } from '../../src/figures/feedback/read.ts';
import { drawSatisfaction } from '../../src/figures/satisfaction/card.ts';
import { reportFigures } from '../../src/figures/satisfaction/report.ts';
import { drawService } from '../../src/figures/service/card.ts';
import { analyseServices } from '../../src/figures/service/read.ts';
import type { Context } from '../context.ts';
import { answerFiguresRequest } from './answer-figures-request.ts';

/** What customers said in a period: CSAT, mean, response, the least satisfied, and their words. */
export function showSatisfaction(said: string, context: Context): Promise<Reply> {
  const { org, locale } = context;
  return answerFiguresRequest(said, 'satisfaction.unread', context, async (wish, { zone, ...heading }) => {
    const reckoned = await reportFigures({ ...wish, zone }, context, wish);
    return drawSatisfaction(reckoned, heading, org, locale);
  });
}

/** 客户反馈信息表 of a period (R41): what customers say of their service level, and which services they want besides. */
export function showFeedback(said: string, context: Context): Promise<Reply> {
  const { org, locale, facts } = context;
  return answerFiguresRequest(said, 'feedback.unread', context, async (wish, { zone, ...heading }) => {
    const span = { from: startOfDay(wish.period.first, zone), to: endOfDay(wish.period.last, zone) };
    return drawFeedback(await readFeedback(span, facts, wish), heading, org, locale);
  });
}

/** The figures of a period (R24), of a project, of a customer or of all, for the asker alone. */
export function showService(said: string, context: Context): Promise<Reply> {
  return answerFiguresRequest(said, 'service.unread', context, async (wish, { zone, ...heading }) => {
    const analysis = await analyseServices({ ...wish, zone }, wish, context);
    return drawService(analysis, heading, context.org, context.locale);
  });
}
