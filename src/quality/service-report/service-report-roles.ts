import type { Organisation } from '../../org/organisation.ts';
import { office } from '../../records/declaration/office.ts';
import type { Role } from '../../records/declaration/role.ts';
import type { ServiceReportData } from './service-report-data.ts';
import { serviceReportWords } from './words.ts';

type ReportRole = Role<ServiceReportData>;

/** 服务台专员 */
export const serviceDesk = office('sd');

/** The engineer who was on site and prepares it (requirements, note 13); the service desk if they have left. */
export const engineer: ReportRole = {
  id: 'engineer',
  label: serviceReportWords.role.engineer,
  holders: (record, org) => {
    const named = org.person(record.data.engineerId);
    return named?.active ? [named.id] : serviceDesk.holders(record, org);
  },
};

/** 专业负责人 of the project. */
export const lead: ReportRole = {
  id: 'lead',
  label: serviceReportWords.role.lead,
  holders: ({ data }, org) => org.leadsOf(data.projectId),
};

/** 运维管理部经理 */
export const manager = office('omdManager');

/**
 * Whether a person may see the ratings and the comment: the service desk, QED, the project's leads and the manager, but never the rated engineer or
 * the one who handed over the phone. Never in a channel.
 */
export function seesRatings(
  viewer: string | null,
  { engineerId, projectId, answer }: ServiceReportData,
  org: Organisation,
) {
  if (viewer === null || viewer === engineerId) return false;
  if (answer?.way === 'engineerPhone' && viewer === answer.handedBy) return false;
  const offices = ['sd', 'qed', 'qedManager', 'omdManager', 'mr'] as const;
  const roles = org.person(viewer)?.roles ?? [];
  return org.leadsOf(projectId).includes(viewer) || offices.some((role) => roles.includes(role));
}
