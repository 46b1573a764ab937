import type { feedback as source } from '../zh-cn/feedback.ts';

/** What customers say of their service level, and which services they want besides (R41). */
export const feedback: Record<keyof typeof source, string> = {
  'feedback.title': 'Customer feedback · {period}',
  'feedback.unread':
    'I did not understand “{said}”. You can say: /customer feedback last quarter; /customer feedback this year Metro.',
  'feedback.none': 'No feedback in this period yet; what visits and surveys note of it is listed here.',
  'feedback.count': '{answer} {count}',
  'feedback.wish': 'Would like: {what}',
  'feedback.more': '{count} more; take a shorter period or name a customer to see them.',
  'feedback.formula':
    'From records of visits and from surveys: visits count by their day, surveys by the day they were sent. Where the SLA is not met comes first, then the latest. Restricted records are left out.',
  'help.feedback.say': '/customer feedback last quarter',
  'help.feedback':
    'Whether customers see their SLA met, and which services they would like; a project or a customer may follow',
};
