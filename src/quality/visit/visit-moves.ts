import { dayOf } from '../../calendar/day.ts';
import { siteOf } from '../../records/decide/due.ts';
import type { Refusal } from '../../records/declaration/ask.ts';
import type { FollowUp } from '../../records/declaration/follow-up.ts';
import type { RecordContext } from '../../records/declaration/record-context.ts';
import { movesOf } from '../../records/define-record.ts';
import { raise } from '../../records/shape/contract.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { contracts } from '../contracts.ts';
import type { VisitData } from './visit-data.ts';
import { agreeForm, cancelForm, commitForm, writeForm } from './visit-forms.ts';
import { isSenior, lead, manager, participant, senior } from './visit-roles.ts';
import { visitWords } from './words.ts';

const { move, moveWith } = movesOf<VisitData, typeof visitWords>();

type Visit = RecordOf<VisitData>;

/** R29: the operations manager or above must take part. */
function refuseParticipants(ids: readonly string[], { org }: RecordContext): Refusal | null {
  if (!ids.every((id) => org.person(id)?.active)) return { key: 'form.chooseOne' };
  return ids.some((id) => isSenior(id, org)) ? null : { key: visitWords.refusal.nobodySenior };
}

const today = (record: Visit, { org, now }: RecordContext) => dayOf(now, org.calendarOf(siteOf(record, org)).zone);

/** R38: on a day agreed with the customer. */
const agree = moveWith({
  from: ['planned', 'agreed'],
  to: 'agreed',
  by: [senior, lead],
  asks: agreeForm,
  style: 'primary',
  check: (record, { onDay, participantIds }, circumstances) =>
    onDay < today(record, circumstances) ? { key: 'form.pastDay' } : refuseParticipants(participantIds, circumstances),
  apply: ({ data }, said) => ({ ...data, ...said }),
});

/** The notes of the visit, and the customer's feedback (R41). */
const write = moveWith({
  from: ['planned', 'agreed', 'written'],
  to: 'written',
  by: [participant, senior, lead],
  asks: writeForm,
  style: 'primary',
  check: (record, { onDay, participantIds }, circumstances) =>
    onDay > today(record, circumstances)
      ? { key: visitWords.refusal.notYet }
      : refuseParticipants(participantIds, circumstances),
  apply: ({ data }, { sla, slaNote, newServices, ...said }) => ({
    ...data,
    ...said,
    feedback: { sla, ...(slaNote !== undefined && { slaNote }), ...(newServices !== undefined && { newServices }) },
  }),
});

/** A promise; it becomes a record of its own when the visit is submitted. */
const commit = moveWith({
  from: ['agreed', 'written'],
  by: [participant, senior, lead],
  asks: commitForm,
  check: (record, { ownerId, dueDay }, circumstances) => {
    if (record.data.commitments.length >= 20) return { key: visitWords.refusal.tooMany };
    if (!circumstances.org.person(ownerId)?.active) return { key: 'form.chooseOne' };
    return dueDay < today(record, circumstances) ? { key: 'form.pastDay' } : null;
  },
  apply: ({ data }, said) => ({
    ...data,
    commitments: [...data.commitments, { id: `K${data.commitments.length + 1}`, ...said }],
  }),
});

const raised = ({ number, data }: Visit): FollowUp[] =>
  data.commitments.map(({ id, what, ownerId, dueDay }) =>
    raise(
      contracts.commitment.raise,
      { visit: number, customerId: data.customerId, departmentId: data.departmentId, what, ownerId, dueDay },
      { number: `${number}-${id}` },
    ),
  );

/** 提交归档, by the operations manager or above: open commitments continue. */
const submit = move({
  from: ['written'],
  to: 'closed',
  by: [senior],
  style: 'primary',
  closes: true,
  apply: ({ data }, _nothing, { actorId }) => ({ ...data, submittedBy: actorId ?? '' }),
  followUps: raised,
});

const cancel = moveWith({
  from: ['planned', 'agreed'],
  to: 'cancelled',
  by: [manager, senior],
  asks: cancelForm,
  style: 'danger',
  secondary: true,
  undoable: true,
  closes: true,
  apply: ({ data }, { reason }) => ({ ...data, cancellation: reason }),
});

/** A commitment is kept. */
const commitmentKept = moveWith({
  from: ['closed'],
  by: [],
  input: contracts.visit.commitmentKept.input,
  apply: ({ data }, { id, on }) => ({
    ...data,
    commitments: data.commitments.map((one) => (one.id === id ? { ...one, keptOn: on } : one)),
  }),
});

/** The moves of a visit. */
export const visitMoves = { agree, write, commit, submit, cancel, commitmentKept };
