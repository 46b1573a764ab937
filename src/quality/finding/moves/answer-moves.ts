import { move, moveWith } from '../declare.ts';
import { answerAuthor, capaApprover, handler, submitter, writer } from '../finding-roles.ts';
import { answerForm, carriedOutForm } from '../forms/answer-forms.ts';
import { reasonForm } from '../forms/reason-form.ts';
import { isPast } from '../is-past.ts';
import { answerersOf, reportersOf } from '../people-of.ts';
import { beforeSubmission, submitted, unsubmitted } from '../submission.ts';
import { findingWords } from '../words.ts';

/** The department answers an observation or opportunity for improvement: what it will do and by when, or why not. */
const answer = moveWith({
  from: ['toAnswer', 'answerReturned'],
  to: 'answered',
  by: [writer],
  asks: answerForm,
  style: 'primary',
  closes: true,
  check(record, { intent, byDay }, circumstances) {
    if (intent === 'wont') return null;
    if (byDay === undefined) return { key: findingWords.refusal.answerNeedsDay };
    return isPast(byDay, record, circumstances) ? { key: 'form.pastDay' } : null;
  },
  apply(record, { intent, answer: text, byDay }, who) {
    const will = intent === 'will';
    const authorIds = [
      ...new Set([...(record.data.answer?.authorIds ?? []), ...(who.actorId === null ? [] : [who.actorId])]),
    ];
    return {
      ...submitted(record, who),
      answer: { will, text, authorIds, ...(will && byDay !== undefined && { byDay }) },
    };
  },
});

/** The submitter withdraws it before a decision. */
const withdrawAnswer = move({
  from: ['answered'],
  to: beforeSubmission(['toAnswer', 'answerReturned']),
  by: [submitter],
  resumes: true,
  apply: ({ data }) => unsubmitted(data),
});

/** The answer is accepted. If something must be done, the finding stays open until it is. */
const acceptAnswer = move({
  from: ['answered'],
  to: { oneOf: ['agreed', 'closed'], choose: ({ data }) => (data.answer?.will ? 'agreed' : 'closed') },
  by: [capaApprover],
  not: [answerAuthor],
  style: 'primary',
  closes: true,
  apply: ({ data }) => unsubmitted(data),
  news: ({ data, number, state }, _nothing, { org }) => [
    state === 'closed'
      ? { to: [...reportersOf(data), ...answerersOf(data, org)], key: findingWords.news.answered, params: { number } }
      : {
          to: reportersOf(data),
          key: findingWords.news.agreed,
          params: { number, day: { day: data.answer?.byDay ?? '' } },
        },
  ],
});

/** The answer is returned with a reason: the next round. */
const returnAnswer = moveWith({
  from: ['answered'],
  to: 'answerReturned',
  by: [capaApprover],
  not: [answerAuthor],
  asks: reasonForm,
  style: 'danger',
  undoable: true,
  nextRound: true,
  apply({ data }, { reason }) {
    const { answer: before } = data;
    return {
      ...unsubmitted(data),
      pastAnswers: [...data.pastAnswers, ...(before ? [{ answer: before, reason }] : [])],
    };
  },
});

/** The promised work is done, and the finding closes. */
const finishAnswer = moveWith({
  from: ['agreed'],
  to: 'closed',
  by: [handler],
  asks: carriedOutForm,
  style: 'primary',
  closes: true,
  apply: ({ data }, said) => ({ ...data, ...said }),
  news: ({ data, number, history }, { carriedOut }, { org }) => {
    const accepted = history.findLast(({ move: made }) => made === 'acceptAnswer')?.actor;
    const to = [...reportersOf(data), ...answerersOf(data, org), ...(accepted?.kind === 'person' ? [accepted.id] : [])];
    return [{ to, key: findingWords.news.carriedOut, params: { number, done: carriedOut } }];
  },
});

/** The shorter life of observations and opportunities for improvement. */
export const answerMoves = { answer, withdrawAnswer, acceptAnswer, returnAnswer, finishAnswer };
