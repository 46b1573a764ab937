import { translate } from '../../src/i18n/translate.ts';
import { type Command, command } from '../command.ts';
import { showFeedback, showSatisfaction, showService } from './show-figures.ts';

/** What may follow the words for figures. */
export const PERIOD = '[last month | 2026 Q3] [PROJECT | CUSTOMER]';
const lastMonth = { 'zh-CN': '上月', en: 'last month' };
const lastQuarter = { 'zh-CN': '上季度', en: 'last quarter' };

/** Figures of a period, for everything, a project or a customer. */
export const figuresCommands: readonly Command[] = [
  command({
    id: 'service.figures',
    does: (locale) => translate(locale, 'help.service'),
    takes: PERIOD,
    topic: 'find',
    example: lastMonth,
    slash: 'service',
    words: { 'zh-CN': ['服务指标', '服务质量指标'], en: ['service', 'services', 'sla'] },
    say: (rest, _said, context) => showService(rest, context),
  }),
  command({
    id: 'satisfaction.figures',
    does: (locale) => translate(locale, 'help.satisfaction'),
    takes: PERIOD,
    topic: 'find',
    example: lastMonth,
    slash: 'satisfaction',
    words: { 'zh-CN': ['满意度', '客户满意度'], en: ['satisfaction', 'csat'] },
    say: (rest, _said, context) => showSatisfaction(rest, context),
  }),
  command({
    id: 'customer.feedback',
    does: (locale) => translate(locale, 'help.feedback'),
    takes: PERIOD,
    topic: 'find',
    example: lastQuarter,
    words: {
      'zh-CN': ['客户反馈', '客户反馈信息', '客户反馈信息表'],
      en: ['customer feedback', 'feedback'],
    },
    say: (rest, _said, context) => showFeedback(rest, context),
  }),
];
