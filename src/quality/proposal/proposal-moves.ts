import { type NamePair, nameOf } from '../../org/organisation.ts';
import type { FollowUp } from '../../records/declaration/follow-up.ts';
import type { RecordContext } from '../../records/declaration/record-context.ts';
import { reasonForm } from '../../records/declaration/word-forms.ts';
import { movesOf } from '../../records/define-record.ts';
import { raise } from '../../records/shape/contract.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { contracts } from '../contracts.ts';
import type { ProposalData } from './proposal-data.ts';
import { quality } from './proposal-roles.ts';
import { proposalWords } from './words.ts';

const sources = {
  lowScore: 'dataAnalysis',
  slaMissed: 'dataAnalysis',
  complaint: 'complaint',
  suggestion: 'suggestion',
} as const;

/** The finding filed from a proposal (R30): the source record is its evidence, the person who filed it its reporter. */
function filedFinding(after: RecordOf<ProposalData>, { org }: RecordContext): FollowUp {
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
        // For a restricted one, QED decides who is told.
        ...(departmentId !== null && !common.restricted && { departmentId }),
        evidence: [about, number],
        accessIds: common.restricted ? [...readerIds] : [],
      },
    },
    { tells: contracts.proposal.filed.move },
  );
}

const { move, moveWith } = movesOf<ProposalData, typeof proposalWords>();

const everywhere = ['proposed', 'filed', 'declined', 'withdrawn'] as const;

/** One press files the finding. */
const file = move({
  from: ['proposed'],
  to: 'filed',
  by: [quality],
  style: 'primary',
  closes: true,
  followUps: (after, _nothing, circumstances) => [filedFinding(after, circumstances)],
});

/** No finding is filed, with the reason. */
const decline = moveWith({
  from: ['proposed'],
  to: 'declined',
  by: [quality],
  asks: reasonForm(proposalWords.field.reason),
  undoable: true,
  closes: true,
  apply: ({ data }, { reason }) => ({ ...data, reason }),
});

/** The finding reports its number. */
const filed = moveWith({
  from: ['filed'],
  by: [],
  input: contracts.proposal.filed.input,
  apply: ({ data }, { number }) => ({ ...data, finding: number }),
});

/** The score it is based on was withdrawn or corrected: there is nothing left to decide. Decided proposals stay. */
const takeBack = move({
  from: everywhere,
  to: { oneOf: ['withdrawn'], choose: ({ state }) => (state === 'proposed' ? 'withdrawn' : null) },
  by: [],
  closes: true,
  apply: ({ data, state }, _nothing, { now }) =>
    state === 'proposed' ? { ...data, withdrawnAt: now.toISOString() } : data,
});

/** The score is low again. */
const proposeAgain = moveWith({
  from: everywhere,
  to: { oneOf: ['proposed'], choose: ({ state }) => (state === 'withdrawn' ? 'proposed' : null) },
  by: [],
  input: contracts.proposal.proposeAgain.input,
  apply: ({ data, state }, { facts }) => {
    if (state !== 'withdrawn') return data;
    const { withdrawnAt: _over, ...rest } = data;
    return { ...rest, facts };
  },
});

/** QED's decisions on a proposal, and changes to its basis. */
export const proposalMoves = { file, decline, filed, takeBack, proposeAgain };
