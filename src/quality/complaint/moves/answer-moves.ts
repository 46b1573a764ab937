import type { z } from 'zod';
import type { MoveDeclaration } from '../../../records/declaration/move.ts';
import { answerDayFrom } from '../answer-day.ts';
import type { ComplaintData } from '../complaint-data.ts';
import { answerForm, reactionForm } from '../complaint-forms.ts';
import { proposalOf, withProposal } from '../complaint-proposal.ts';
import { accused, handler, quality, receiver, serviceDesk } from '../complaint-roles.ts';
import { moveWith } from '../declare.ts';

type Answer = z.output<typeof answerForm.schema>;

const answering = {
  to: 'answered',
  not: [accused],
  asks: answerForm,
  style: 'primary',
  apply(record, { upheld, text, remedy }, { now, actorId }) {
    const answer = {
      by: actorId ?? '',
      at: now.toISOString(),
      upheld,
      text,
      ...(remedy !== undefined && { remedy }),
    };
    const { data } = upheld === 'no' ? record : withProposal(record);
    return { ...data, answers: [...data.answers, answer].slice(-20) };
  },
  followUps: (after, _answer, { org }) => proposalOf(after, org),
} as const satisfies Partial<MoveDeclaration<ComplaintData, Answer>>;

/** The result of the investigation and the remedy offered. An upheld complaint proposes a finding to QED. */
const answer = moveWith({ ...answering, from: ['investigating'], by: [handler] });

/** The quality department's answer if the first did not settle it. */
const answerEscalated = moveWith({ ...answering, from: ['escalated'], by: [quality] });

const next = { accepted: 'accepted', notAccepted: 'investigating', escalated: 'escalated' } as const;

/** The complainant's reaction: an answer that is not accepted reopens the investigation, with a new day to answer. */
const react = moveWith({
  from: ['answered'],
  to: { oneOf: Object.values(next), choose: (_record, { reaction }) => next[reaction] },
  by: [handler, receiver, serviceDesk, quality],
  not: [accused],
  asks: reactionForm,
  style: 'primary',
  apply({ data }, { reaction, words }, who) {
    const last = data.answers.at(-1);
    const heard = last && {
      ...last,
      reaction,
      reactionAt: who.now.toISOString(),
      ...(words !== undefined && { words }),
    };
    const answers = [...data.answers.slice(0, -1), ...(heard ? [heard] : [])];
    if (reaction === 'accepted') return { ...data, answers };
    return { ...data, answers, answerBy: answerDayFrom(data.departmentId, who.now, who) };
  },
});

/** The answer, and the complainant's reaction to it. */
export const answerMoves = { answer, answerEscalated, react };
