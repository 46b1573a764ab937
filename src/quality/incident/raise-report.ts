import type { FollowUp } from '../../records/declaration/follow-up.ts';
import { raise } from '../../records/shape/contract.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { contracts } from '../contracts.ts';
import type { IncidentData } from './incident-data.ts';

/** An incident resolved on site gets a service report (R37): a draft with what is known about the visit. */
export function reportOf({ number, data }: RecordOf<IncidentData>): FollowUp[] {
  const { place, engineerId, requesterId, requesterName, done, resolvedAt, respondedAt, reportedAt } = data;
  if (place !== 'onSite' || engineerId === null || resolvedAt === undefined || done === undefined) return [];
  const raised = {
    incident: number,
    contactId: requesterId,
    ...(requesterName !== undefined && { contactName: requesterName }),
    startedAt: [respondedAt ?? reportedAt, resolvedAt].sort()[0] ?? resolvedAt,
    endedAt: resolvedAt,
  };
  const visit = { title: data.title, project: data.projectId, engineer: engineerId, done };
  return [raise(contracts.serviceReport.raise, { ...visit, raised })];
}
