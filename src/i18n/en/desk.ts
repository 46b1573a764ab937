import type { desk as source } from '../zh-cn/desk.ts';

/** What one person's desk says: the home page, approvals one after the other, what is overdue. */
export const desk: Record<keyof typeof source, string> = {
  'home.title': 'My quality work',
  'home.approvals': 'Waiting for my decision ({count})',
  'home.work': 'Waiting for me ({count})',
  'home.overdue': 'Overdue ({count})',
  'home.nothing': 'Nothing at present.',
  'home.decide': 'Go through them',
  'home.all': 'All {count}',
  'home.help': 'How to use it',
  'approvals.title': 'Waiting for my decision',
  'approvals.count': 'Waiting for my decision: {at} of {of}',
  'approvals.count.over': 'Waiting for my decision: {at} of over 1,000',
  'approvals.following': 'Next',
  'approvals.later': 'Later',
  'approvals.left': 'Left for later.',
  'approvals.done': 'All done. Nothing is waiting for your decision.',
  'approvals.doneBut': 'That was the last one. Left for later: {count}.',
  'overdue.title': 'Overdue ({count})',
  'overdue.none': 'Nothing is overdue.',
  'help.approvals.say': '/qm approvals',
  'help.approvals': 'What waits for your decision, one after the other',
  'help.overdue.say': '/qm overdue',
  'help.overdue': 'What is late of what you answer for',
  'help.evidence.say': 'record finding, or: add to FD-2026-0001',
  'help.evidence':
    'Said with a mention of me in answer to a message, or chosen from its menu in Slack: it becomes evidence',
};
