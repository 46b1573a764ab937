import type { clock as source } from '../zh-cn/clock.ts';

/** Reminders of deadlines that are counted in minutes. */
export const clock: Record<keyof typeof source, string> = {
  'clock.title': 'A deadline is near',
  'clock.half': '{state}: half of the time is gone, {left} minutes are left, until {at}.',
  'clock.before': '{state}: {left} minutes are left, until {at}.',
  'clock.missed': '{state}: missed since {at}. The SLA is not met.',
  'clock.queue.title': 'Call-backs are due',
  'clock.queue.hours': '{count} call-backs are due within {hours} h.',
  'clock.queue.minutes': '{count} call-backs are due within {minutes} minutes.',
  'clock.queue.open': 'Call now',
};
