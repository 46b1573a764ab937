import type { Organisation, RoleName } from '../../org/organisation.ts';
import type { Role } from '../../records/define-record.ts';
import type { RecordOf } from '../../records/record.ts';
import type { FindingData } from './finding-data.ts';

type Finding = RecordOf<FindingData>;
type FindingRole = Role<FindingData>;

const idsWith = (org: Organisation, roles: readonly RoleName[]) =>
  roles.flatMap((role) => org.peopleWith(role).map(({ id }) => id));
const present = (...ids: readonly (string | null | undefined)[]) => ids.filter((id) => id !== null && id !== undefined);
const isFromAudit = ({ data }: Finding) => data.source === 'internalAudit';

/** An auditor does not audit the auditor's own department (requirements, note 8). */
function auditorsOf(record: Finding, org: Organisation, roles: readonly RoleName[]): string[] {
  return idsWith(org, roles).filter((id) => org.person(id)?.department !== record.data.departmentId);
}

/** 质量效能部: triages, and follows up what did not come from an audit. */
export const qualityOfficer: FindingRole = {
  id: 'qualityOfficer',
  label: 'finding.role.qualityOfficer',
  holders: (_record, org) => idsWith(org, ['qed', 'qedManager']),
};

/** The head of the responsible department. */
export const departmentHead: FindingRole = {
  id: 'departmentHead',
  label: 'finding.role.departmentHead',
  holders: ({ data }, org) => present(org.headOf(data.departmentId ?? '')?.id),
};

/** Whom the head named, while they are with the company; else the head. */
export const handler: FindingRole = {
  id: 'handler',
  label: 'finding.role.handler',
  holders({ data }, org) {
    const named = org.person(data.handlerId ?? '');
    return present(named?.active ? named.id : org.headOf(data.departmentId ?? '')?.id);
  },
};

/** Everybody who may write the report: handler, co-writers and the department's head. */
export const writer: FindingRole = {
  id: 'writer',
  label: 'finding.role.writer',
  holders: (record, org) => [
    ...handler.holders(record, org),
    ...record.data.coWriterIds,
    ...departmentHead.holders(record, org),
  ],
};

/** Everybody who wrote any of the report. */
export const capaAuthor: FindingRole = {
  id: 'capaAuthor',
  label: 'finding.role.capaAuthor',
  holders: ({ data }) => data.capa.authorIds,
};

/** The owners of the planned actions: they do not verify their own work. */
export const actionOwner: FindingRole = {
  id: 'actionOwner',
  label: 'finding.role.actionOwner',
  holders: ({ data }) => data.capa.actions.map(({ ownerId }) => ownerId),
};

/** R16 as note 8 reads it: the lead auditor for a finding of an audit, QED for any other. */
export const capaApprover: FindingRole = {
  id: 'capaApprover',
  label: 'finding.role.capaApprover',
  holders: (record, org) =>
    isFromAudit(record) ? auditorsOf(record, org, ['leadAuditor']) : qualityOfficer.holders(record, org),
};

/** 管理者代表 */
export const managementRepresentative: FindingRole = {
  id: 'managementRepresentative',
  label: 'finding.role.managementRepresentative',
  holders: (_record, org) => idsWith(org, ['mr']),
};

/** R17: the audit team for a finding of an audit, QED for any other. */
export const verifier: FindingRole = {
  id: 'verifier',
  label: 'finding.role.verifier',
  holders: (record, org) =>
    isFromAudit(record) ? auditorsOf(record, org, ['leadAuditor', 'auditor']) : qualityOfficer.holders(record, org),
};
