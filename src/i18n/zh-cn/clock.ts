/** 按分钟计的时限提醒。 */
export const clock = {
  'clock.title': '时限提醒',
  'clock.half': '{state}：时限已过半，还剩 {left} 分钟，截止 {at}。',
  'clock.before': '{state}：还剩 {left} 分钟，截止 {at}。',
  'clock.missed': '{state}：已超过时限 {at}，SLA 未达成，请尽快处理。',
  'clock.queue.title': '回访提醒',
  'clock.queue.hours': '{count} 条回访在 {hours} 小时内到期。',
  'clock.queue.minutes': '{count} 条回访在 {minutes} 分钟内到期。',
  'clock.queue.open': '开始回访',
} as const;
