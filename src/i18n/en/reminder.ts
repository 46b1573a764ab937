import type { reminder as source } from '../zh-cn/reminder.ts';

/** The morning's reminder of deadlines, and cards that are posted anew. */
export const reminder: Record<keyof typeof source, string> = {
  'reminder.title': 'Deadlines to look at today',
  'reminder.summary': 'Waiting for you: {counts}.',
  'reminder.separator': ', ',
  'reminder.count.over': '{count} overdue',
  'reminder.count.today': '{count} due today',
  'reminder.count.soon': '{count} due soon',
  'reminder.weekday': ' ({weekday})',
  'reminder.over': '{days} working days overdue, was due {when}',
  'reminder.over.one': '{days} working day overdue, was due {when}',
  'reminder.today': 'Due today',
  'reminder.soon': 'Due {when}',
  'reminder.provisional': ' (provisional: the holidays of {year} are not published yet)',
  'reminder.standingIn': 'Standing in for {name}',
  'reminder.more': '{count} more are not listed here. Send /qm mine to see them all.',
  'reminder.help': 'If you cannot make it, please tell the quality department early.',
  'card.again.act': 'This still waits for you. The older card is about to expire, please use this one.',
  'card.again.channel': 'The older card is about to expire, please use this one.',
};
