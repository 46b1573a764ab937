import { textForm } from '../../../records/declaration/word-forms.ts';
import { answerDayFrom } from '../answer-day.ts';
import { accused, handler, manager, quality, receiver, serviceDesk } from '../complaint-roles.ts';
import { moveWith } from '../declare.ts';
import { complaintWords } from '../words.ts';

/** 终止: the accepted remedy has been carried out. */
const close = moveWith({
  from: ['accepted'],
  to: 'closed',
  by: [handler, quality],
  not: [accused],
  asks: textForm(complaintWords.ask.closing),
  style: 'primary',
  closes: true,
  apply: ({ data }, { text }, { now }) => ({ ...data, closing: text, closedAt: now.toISOString() }),
});

/** GB/T 19012: if no more can reasonably be offered, it is closed without agreement, and the complainant is told where else to turn. */
const closeUnsettled = moveWith({
  from: ['answered', 'escalated'],
  to: 'closed',
  by: [quality],
  not: [accused],
  asks: textForm(complaintWords.ask.unsettled),
  secondary: true,
  closes: true,
  apply: ({ data }, { text }, { now }) => ({ ...data, closing: text, closedAt: now.toISOString() }),
});

/** The complainant withdraws it. */
const withdraw = moveWith({
  from: ['received', 'investigating', 'answered', 'escalated', 'assessing'],
  to: 'withdrawn',
  by: [handler, receiver, serviceDesk, quality],
  not: [accused],
  asks: textForm(complaintWords.ask.withdrawal),
  style: 'danger',
  secondary: true,
  undoable: true,
  closes: true,
  apply: ({ data }, { text }, { now }) => ({ ...data, withdrawal: text, closedAt: now.toISOString() }),
});

/** It was not settled after all. */
const reopen = moveWith({
  from: ['closed', 'withdrawn'],
  to: {
    oneOf: ['investigating', 'assessing'],
    choose: ({ data }) => (data.kind === 'suggestion' ? 'assessing' : 'investigating'),
  },
  by: [handler, receiver, serviceDesk, manager, quality],
  not: [accused],
  asks: textForm(complaintWords.ask.reopening),
  secondary: true,
  nextRound: true,
  apply({ data }, { text }, who) {
    const {
      closing: _over,
      closedAt: _then,
      withdrawal: _back,
      proposedIn: _told,
      assessment: _before,
      ...rest
    } = data;
    const reopening = { by: who.actorId ?? '', at: who.now.toISOString(), reason: text };
    return {
      ...rest,
      reopenings: [...data.reopenings, reopening].slice(-50),
      answerBy: answerDayFrom(data.departmentId, who.now, who),
    };
  },
});

/** Closing a complaint, and reopening it. */
export const closingMoves = { close, closeUnsettled, withdraw, reopen };
