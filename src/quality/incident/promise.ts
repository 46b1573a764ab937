import type { Organisation } from '../../org/organisation.ts';
import type { IncidentData } from './incident-data.ts';

/** What a project currently promises for a priority; null if the organization no longer knows either. */
export function promiseOf(projectId: string, priority: string, org: Organisation): IncidentData['promise'] {
  const terms = org.slaOf(projectId, priority);
  const project = org.project(projectId);
  if (!terms || !project) return null;
  const site = org.siteOfDepartment(project.department ?? '');
  return { ...terms, hours: [...(project.sla.hours ?? site.workingHours)] };
}
