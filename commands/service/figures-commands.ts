import { type Command, command } from '../command.ts';
import { showFeedback, showSatisfaction, showService } from './show-figures.ts';

/** Figures of a period, of all, of a project or of a customer. */
export const figuresCommands: readonly Command[] = [
  command({
    id: 'service.figures',
    words: { 'zh-CN': ['服务指标', '服务质量指标'], en: ['service', 'services', 'sla'] },
    say: (rest, _said, context) => showService(rest, context),
  }),
  command({
    id: 'satisfaction.figures',
    words: { 'zh-CN': ['满意度', '客户满意度'], en: ['satisfaction', 'csat'] },
    say: (rest, _said, context) => showSatisfaction(rest, context),
  }),
  command({
    id: 'customer.feedback',
    words: {
      'zh-CN': ['客户反馈', '客户反馈信息', '客户反馈信息表'],
      en: ['customer feedback', 'feedback'],
    },
    say: (rest, _said, context) => showFeedback(rest, context),
  }),
];
