import type { complaint as source } from '../zh-cn/complaint.ts';

/** Complaints and suggestions (ISO 10002: acknowledgement, investigation, response, closing). */
export const complaint: Record<keyof typeof source, string> = {
  'help.complaint.say': '/complaint new',
  'help.complaint': 'Record a customer’s complaint or suggestion',
};
