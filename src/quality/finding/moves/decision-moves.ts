import { move, moveWith } from '../../../records/declare.ts';
import type { FollowUp } from '../../../records/define-record.ts';
import type { RecordOf } from '../../../records/record.ts';
import { raisedFrom, returned } from '../capa.ts';
import type { FindingData } from '../finding-data.ts';
import { capaApprover, capaAuthor, managementRepresentative } from '../finding-roles.ts';
import { reasonForm } from '../forms/triage-forms.ts';

const isMajor = ({ data }: RecordOf<FindingData>) => data.kind === 'major';

/** The actions of an approved report become records of their own. */
function raiseActions(after: RecordOf<FindingData>): FollowUp[] {
  if (after.state !== 'acting') return [];
  return after.data.capa.actions.map(({ id, kind, what, ownerId, dueDay }) => ({
    kind: 'raise',
    type: 'action',
    number: `${after.number}-${id}`,
    input: { finding: after.number, departmentId: after.data.departmentId ?? '', kind, what, ownerId, dueDay },
  }));
}

const approval = { not: [capaAuthor], style: 'primary', closes: true, followUps: raiseActions } as const;
const returning = {
  to: () => 'returned',
  not: [capaAuthor],
  asks: reasonForm,
  style: 'danger',
  nextRound: true,
} as const;

/** R16, note 8: by the audit team's lead or QED; a major nonconformity goes on to the management representative. */
const approveCapa = move<FindingData>({
  ...approval,
  from: ['submitted'],
  to: (record) => (isMajor(record) ? 'mrReview' : 'acting'),
  by: [capaApprover],
  apply: (record) =>
    isMajor(record) ? record.data : { ...record.data, raised: [...record.data.raised, ...raisedFrom(record)] },
});

/** The report goes back with a reason: the next round. */
const returnCapa = moveWith({
  ...returning,
  from: ['submitted'],
  by: [capaApprover],
  apply: ({ data }, { reason }) => returned(data, reason),
});

/** R4, note 8: the management representative on a major nonconformity. */
const approveMajor = move<FindingData>({
  ...approval,
  from: ['mrReview'],
  to: () => 'acting',
  by: [managementRepresentative],
  apply: (record) => ({ ...record.data, raised: [...record.data.raised, ...raisedFrom(record)] }),
});

/** The management representative sends it back with a reason: the next round. */
const returnMajor = moveWith({
  ...returning,
  from: ['mrReview'],
  by: [managementRepresentative],
  apply: ({ data }, { reason }) => returned(data, reason),
});

/** Approving and returning the report. */
export const decisionMoves = { approveCapa, returnCapa, approveMajor, returnMajor };
