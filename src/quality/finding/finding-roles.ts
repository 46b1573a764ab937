import type { Organisation, RoleName } from '../../org/organisation.ts';
import { office } from '../../records/declaration/office.ts';
import type { Role } from '../../records/declaration/role.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { FindingData } from './finding-data.ts';
import { findingWords } from './words.ts';

type Finding = RecordOf<FindingData>;
type FindingRole = Role<FindingData>;

const present = (...ids: readonly (string | null | undefined)[]) => ids.filter((id) => id !== null && id !== undefined);
const isFromAudit = ({ data }: Finding) => data.source === 'internalAudit';

/** Auditors may not audit their own department (requirements, note 8). */
function auditorsOf(record: Finding, org: Organisation, roles: readonly RoleName[]): string[] {
  return org.idsWith(...roles).filter((id) => org.person(id)?.department !== record.data.departmentId);
}

/** 质量效能部: triages, and follows up on findings that did not come from an audit. */
export const qualityOfficer = office('qed', 'qedManager');

/** The person who reported it. */
export const reporter: FindingRole = {
  id: 'reporter',
  label: findingWords.role.reporter,
  alone: true,
  holders: ({ data }, org) => present(data.reporterId).filter((id) => org.person(id)?.active),
};

/** The head of the responsible department. */
export const departmentHead: FindingRole = {
  id: 'departmentHead',
  label: findingWords.role.departmentHead,
  holders: ({ data }, org) => present(org.headOf(data.departmentId ?? '')?.id),
};

/** The person named by the head, while with the company; otherwise the head. */
export const handler: FindingRole = {
  id: 'handler',
  label: findingWords.role.handler,
  holders({ data }, org) {
    const named = org.person(data.handlerId ?? '');
    return present(named?.active ? named.id : org.headOf(data.departmentId ?? '')?.id);
  },
};

/** Everyone who may write the report: handler, co-authors and the department's head. */
export const writer: FindingRole = {
  id: 'writer',
  label: findingWords.role.writer,
  holders: (record, org) => [
    ...handler.holders(record, org),
    ...record.data.coWriterIds,
    ...departmentHead.holders(record, org),
  ],
};

/** Everyone who wrote part of the report. */
export const capaAuthor: FindingRole = {
  id: 'capaAuthor',
  label: findingWords.role.capaAuthor,
  holders: ({ data }) => data.capa.authorIds,
};

/** Everyone who wrote any version of the answer. */
export const answerAuthor: FindingRole = {
  id: 'answerAuthor',
  label: findingWords.role.answerAuthor,
  holders: ({ data }) => data.answer?.authorIds ?? [],
};

/** The person who submitted the report or answer under decision, while with the company; otherwise the handler. */
export const submitter: FindingRole = {
  id: 'submitter',
  label: findingWords.role.submitter,
  alone: true,
  holders(record, org) {
    const by = org.person(record.data.submission?.by ?? '');
    return by?.active ? [by.id] : handler.holders(record, org);
  },
};

/** Everyone who owned an action of this round: they may not verify their own work. */
export const actionOwner: FindingRole = {
  id: 'actionOwner',
  label: findingWords.role.actionOwner,
  holders: ({ data, round }) => [
    ...data.capa.actions.map(({ ownerId }) => ownerId),
    ...data.raised.filter((action) => action.round === round).flatMap(({ ownerIds }) => ownerIds),
  ],
};

/** R16 as interpreted by note 8: the lead auditor for a finding from an audit, QED for any other. */
export const capaApprover: FindingRole = {
  id: 'capaApprover',
  label: findingWords.role.capaApprover,
  holders: (record, org) =>
    isFromAudit(record) ? auditorsOf(record, org, ['leadAuditor']) : qualityOfficer.holders(record, org),
};

/** Who rules on the department's objection: the lead auditor for a finding from an audit, QED for any other. */
export const contestDecider: FindingRole = {
  id: 'contestDecider',
  label: findingWords.role.contestDecider,
  holders: (record, org) => capaApprover.holders(record, org),
};

/** 管理者代表 */
export const managementRepresentative = office('mr');

/** R17: the audit team for a finding from an audit, QED for any other. */
export const verifier: FindingRole = {
  id: 'verifier',
  label: findingWords.role.verifier,
  holders: (record, org) =>
    isFromAudit(record) ? auditorsOf(record, org, ['leadAuditor', 'auditor']) : qualityOfficer.holders(record, org),
};

/** Who decides on the report now: the approver, then the management representative for a major nonconformity. */
export const decidingNow: FindingRole = {
  id: 'decidingNow',
  label: findingWords.role.capaApprover,
  holders: (record, org) =>
    record.state === 'mrReview' ? managementRepresentative.holders(record, org) : capaApprover.holders(record, org),
};
