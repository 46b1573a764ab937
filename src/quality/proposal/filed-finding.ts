import { type NamePair, nameOf } from '../../org/organisation.ts';
import type { FollowUp } from '../../records/declaration/follow-up.ts';
import type { RecordContext } from '../../records/declaration/record-context.ts';
import { raise } from '../../records/shape/contract.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { contracts } from '../contracts.ts';
import type { ProposalData } from './proposal-data.ts';

const sources = {
  lowScore: 'dataAnalysis',
  slaMissed: 'dataAnalysis',
  complaint: 'complaint',
  suggestion: 'suggestion',
} as const;

/** The finding that a proposal becomes (R30): the record that it comes from is its evidence, whoever filed it its reporter. */
export function filedFinding(after: RecordOf<ProposalData>, { org }: RecordContext): FollowUp {
  const { data, number, common, history, readerIds } = after;
  const { about, title, facts, cause, projectId, customerId, departmentId } = data;
  const { language } = org.siteOfDepartment(departmentId ?? '');
  const nameIn = (item: { readonly name: NamePair } | undefined) => (item ? [nameOf(item.name, language)] : []);
  const place = [...nameIn(org.customer(customerId ?? '')), ...nameIn(org.project(projectId ?? ''))];
  const by = history.at(-1)?.actor;
  return raise(
    contracts.finding.raise,
    {
      what: facts,
      where: [about, ...place].join(' · '),
      source: sources[cause],
      ...(projectId !== null && { project: projectId }),
      ...(cause === 'suggestion' && { suggestedKind: 'ofi' }),
      visibility: common.restricted ? 'restricted' : 'open',
      proposal: {
        title,
        ...(by?.kind === 'person' && { reporterId: by.id }),
        // Where it is restricted, QED says who is to know.
        ...(departmentId !== null && !common.restricted && { departmentId }),
        evidence: [about, number],
        accessIds: common.restricted ? [...readerIds] : [],
      },
    },
    { tells: contracts.proposal.filed.move },
  );
}
