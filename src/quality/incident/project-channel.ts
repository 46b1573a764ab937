import type { Organisation } from '../../org/organisation.ts';
import type { IncidentData } from './incident-data.ts';

/** The channel of the incident's project, where it has one of its own and the settings post such a priority there. */
export function projectChannel({ projectId, priority }: IncidentData, org: Organisation): string[] {
  const { priorities } = org.settings.projectChannels;
  const channel = org.project(projectId)?.channel;
  return channel !== undefined && (priorities === null || priorities.includes(priority)) ? [channel] : [];
}
