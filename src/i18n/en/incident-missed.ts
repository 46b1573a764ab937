import type { incidentMissed as source } from '../zh-cn/incident-missed.ts';

/** What is told of an incident whose SLA was missed, where a finding is proposed. */
export const incidentMissed: Record<keyof typeof source, string> = {
  'incident.missed.title': 'SLA missed: {title}',
  'incident.missed.what': '{title} ({priority})',
  'incident.missed.response': 'Response: {promised} promised, {took} taken',
  'incident.missed.resolution': 'Resolution: {promised} promised, {took} taken (without waiting for the customer)',
  'incident.missed.minutes': '{minutes} min',
  'incident.missed.hours': '{hours} h',
  'incident.missed.hoursAndMinutes': '{hours} h {minutes} min',
};
