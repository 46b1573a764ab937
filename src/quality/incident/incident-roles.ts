import { office } from '../../records/declaration/office.ts';
import type { Role } from '../../records/declaration/role.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { IncidentData } from './incident-data.ts';
import { incidentWords } from './words.ts';

type IncidentRole = Role<IncidentData>;
type Incident = RecordOf<IncidentData>;

/** 服务台专员 */
export const serviceDesk = office('sd');

/** Who closes it after the customer was asked; until then the call-back is due instead. */
export const closer: IncidentRole = {
  id: serviceDesk.id,
  label: serviceDesk.label,
  alone: true,
  holders: (record, org) => (record.data.callBack ? serviceDesk.holders(record, org) : []),
};

/** The engineer who works on it; without one, the service desk. */
export const engineer: IncidentRole = {
  id: 'engineer',
  label: incidentWords.role.engineer,
  holders(record: Incident, org) {
    const named = org.person(record.data.engineerId ?? '');
    return named?.active ? [named.id] : serviceDesk.holders(record, org);
  },
};

/** 值班员/检修员: any of them may take it. */
export const fieldStaff = office('eng');

/** 专业负责人 of the project. */
export const lead: IncidentRole = {
  id: 'lead',
  label: incidentWords.role.lead,
  holders: ({ data }, org) => org.leadsOf(data.projectId),
};

/** 运维管理部经理 */
export const manager = office('omdManager');

/** 质量效能部 */
export const quality = office('qed');

/** Who recorded it. */
export const reporter: IncidentRole = {
  id: 'reporter',
  label: incidentWords.role.reporter,
  alone: true,
  holders: ({ data }, org) => (data.reporterId && org.person(data.reporterId)?.active ? [data.reporterId] : []),
};
