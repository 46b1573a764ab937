import { textForm } from '../../../records/declaration/word-forms.ts';
import { proposalOf, withProposal } from '../complaint-proposal.ts';
import { accused, handler, manager } from '../complaint-roles.ts';
import { moveWith } from '../declare.ts';
import { complaintWords } from '../words.ts';

const assessed = {
  from: ['assessing'],
  to: 'closed',
  by: [handler, manager],
  not: [accused],
  closes: true,
} as const;

/** 采纳: proposes an opportunity for improvement to QED. */
const adopt = moveWith({
  ...assessed,
  asks: textForm(complaintWords.ask.adopted),
  style: 'primary',
  apply(record, { text }, { now, actorId }) {
    const at = now.toISOString();
    return {
      ...withProposal(record).data,
      assessment: { by: actorId ?? '', at, adopted: true, text },
      closedAt: at,
    };
  },
  followUps: (after, _said, { org }) => proposalOf(after, org),
});

/** 不采纳, with the reason. */
const notAdopt = moveWith({
  ...assessed,
  asks: textForm(complaintWords.ask.notAdopted),
  apply({ data }, { text }, { now, actorId }) {
    const at = now.toISOString();
    return { ...data, assessment: { by: actorId ?? '', at, adopted: false, text }, closedAt: at };
  },
});

/** The decision on a suggestion. */
export const suggestionMoves = { adopt, notAdopt };
