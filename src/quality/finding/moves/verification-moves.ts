import type { Organisation } from '../../../org/organisation.ts';
import { refuseFiles, withFiles } from '../../../records/decide/evidence.ts';
import type { News } from '../../../records/declaration/follow-up.ts';
import { signal } from '../../../records/shape/contract.ts';
import type { RecordOf } from '../../../records/shape/record.ts';
import { contracts } from '../../contracts.ts';
import { ineffective } from '../capa.ts';
import { moveWith } from '../declare.ts';
import type { FindingData } from '../finding-data.ts';
import { actionOwner, capaAuthor, verifier } from '../finding-roles.ts';
import { reasonForm } from '../forms/reason-form.ts';
import { effectReviewForm, sendBackForm, verificationForm } from '../forms/verification-forms.ts';
import { answerersOf, reportersOf } from '../people-of.ts';
import { reviewAfterVerification } from '../review-day.ts';
import { findingWords } from '../words.ts';

const mark = (data: FindingData, numbers: readonly string[], done: boolean): FindingData => ({
  ...data,
  raised: data.raised.map((action) => (numbers.includes(action.number) ? { ...action, done } : action)),
});

/** An action reports that it is done; after the last one the finding goes on to verification, unless it was withdrawn. */
const actionDone = moveWith({
  from: ['acting', 'withdrawn'],
  by: [],
  input: contracts.finding.actionDone.input,
  check: ({ data }, { number }) =>
    data.raised.some((raised) => raised.number === number) ? null : { key: findingWords.refusal.noSuchAction },
  to: {
    oneOf: ['verifying'],
    choose: ({ data, state }, { number }) =>
      state === 'acting' && mark(data, [number], true).raised.every(({ done }) => done) ? 'verifying' : null,
  },
  apply: ({ data }, { number }) => mark(data, [number], true),
});

/** An action was handed over: its new owner may not verify it either. */
const actionMoved = moveWith({
  from: ['acting', 'withdrawn'],
  by: [],
  input: contracts.finding.actionMoved.input,
  apply: ({ data }, { number, ownerId }) => ({
    ...data,
    raised: data.raised.map((action) =>
      action.number === number ? { ...action, ownerIds: [...new Set([...action.ownerIds, ownerId])] } : action,
    ),
  }),
});

/** R17, 措施验证: the actions were done. If no effectiveness review was set, this closes the finding. */
const verify = moveWith({
  from: ['verifying'],
  to: {
    oneOf: ['verified', 'closed'],
    choose: ({ data }) => (data.capa.reviewDay === undefined ? 'closed' : 'verified'),
  },
  by: [verifier],
  not: [capaAuthor, actionOwner],
  asks: verificationForm,
  style: 'primary',
  closes: true,
  check: (record, { files }) => refuseFiles(record, files),
  applyCommon: ({ common }, { files }, who) => withFiles(common, files, who),
  apply(record, { verification }, who) {
    const reviewOn = reviewAfterVerification(record, who);
    return { ...record.data, verification, ...(reviewOn !== undefined && { reviewOn }) };
  },
  news: (after, _input, { org }) => (after.state === 'closed' ? newsOfClosing(after, org) : []),
});

/** Some actions were not done as planned: they are reopened. */
const sendBack = moveWith({
  from: ['verifying'],
  to: 'acting',
  by: [verifier],
  not: [capaAuthor, actionOwner],
  asks: sendBackForm,
  style: 'danger',
  check: ({ data, round }, { actions }) =>
    actions.every((number) => data.raised.some((raised) => raised.number === number && raised.round === round))
      ? null
      : { key: findingWords.refusal.noSuchAction },
  apply: ({ data }, { actions }) => mark(data, actions, false),
  followUps: (_after, { actions, reason }) =>
    actions.map((number) => signal(contracts.action.reopen, { number }, { reason })),
});

/** 有效性评审: it was effective, and the finding closes. */
const confirmEffect = moveWith({
  from: ['verified'],
  to: 'closed',
  by: [verifier],
  not: [capaAuthor],
  asks: effectReviewForm,
  style: 'primary',
  closes: true,
  apply: ({ data }, { effect }) => ({ ...data, effect }),
  news: (after, _input, { org }) => newsOfClosing(after, org),
});

/** Those who reported it and those who answered it are notified that it is closed. */
function newsOfClosing({ data, number }: RecordOf<FindingData>, org: Organisation): News[] {
  return [{ to: [...reportersOf(data), ...answerersOf(data, org)], key: findingWords.news.closed, params: { number } }];
}

/** It was not effective: the next round starts from an empty report. */
const denyEffect = moveWith({
  from: ['verified'],
  to: 'returned',
  by: [verifier],
  not: [capaAuthor],
  asks: reasonForm,
  style: 'danger',
  nextRound: true,
  apply: ({ data }, { reason }) => ineffective(data, reason),
});

/** From the last action to the closing. */
export const verificationMoves = { actionDone, actionMoved, verify, sendBack, confirmEffect, denyEffect };
