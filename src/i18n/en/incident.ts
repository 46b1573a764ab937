import type { incident as source } from '../zh-cn/incident.ts';

/** Incidents and service requests. */
export const incident: Record<keyof typeof source, string> = {
  'help.incident.say': '/incident new',
  'help.incident': 'record an incident or a service request',
};
