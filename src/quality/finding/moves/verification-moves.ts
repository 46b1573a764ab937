import { z } from 'zod';
import { moveWith } from '../../../records/declare.ts';
import { ineffective } from '../capa.ts';
import type { FindingData } from '../finding-data.ts';
import { actionOwner, capaAuthor, verifier } from '../finding-roles.ts';
import { reasonForm } from '../forms/triage-forms.ts';
import { effectReviewForm, sendBackForm, verificationForm } from '../forms/verification-forms.ts';

const doneInput = z.object({ number: z.string().max(60) });

const mark = (data: FindingData, number: string, done: boolean): FindingData => ({
  ...data,
  raised: data.raised.map((action) => (action.number === number ? { ...action, done } : action)),
});

/** An action reports that it is done; with the last one the finding goes on to verification. */
const actionDone = moveWith<FindingData, z.output<typeof doneInput>>({
  from: ['acting'],
  by: [],
  input: doneInput,
  check: ({ data }, { number }) =>
    data.raised.some((raised) => raised.number === number) ? null : { key: 'finding.refusal.noSuchAction' },
  to: ({ data }, { number }) => (mark(data, number, true).raised.every(({ done }) => done) ? 'verifying' : 'acting'),
  apply: ({ data }, { number }) => mark(data, number, true),
});

/** R17, 措施验证: the actions were done. */
const verify = moveWith({
  from: ['verifying'],
  to: () => 'verified',
  by: [verifier],
  not: [capaAuthor, actionOwner],
  asks: verificationForm,
  style: 'primary',
  closes: true,
  apply: ({ data }, { verification }) => ({ ...data, verification }),
});

/** One action was not done as planned: it is open again. */
const sendBack = moveWith({
  from: ['verifying'],
  to: () => 'acting',
  by: [verifier],
  not: [capaAuthor, actionOwner],
  asks: sendBackForm,
  style: 'danger',
  check: ({ data, round }, { action }) =>
    data.raised.some((raised) => raised.number === action && raised.round === round)
      ? null
      : { key: 'finding.refusal.noSuchAction' },
  apply: ({ data }, { action }) => mark(data, action, false),
  followUps: (_after, { action, reason }) => [{ kind: 'signal', number: action, move: 'reopen', input: { reason } }],
});

/** 有效性评审: it worked, and the finding closes. */
const confirmEffect = moveWith({
  from: ['verified'],
  to: () => 'closed',
  by: [verifier],
  not: [capaAuthor],
  asks: effectReviewForm,
  style: 'primary',
  closes: true,
  apply: ({ data }, { effect }) => ({ ...data, effect }),
  news: ({ data, number }, _input, { org }) => {
    const head = org.headOf(data.departmentId ?? '')?.id;
    const to = [data.reporterId, data.handlerId, head].filter((id) => id !== null && id !== undefined);
    return [{ to, key: 'finding.news.closed', params: { number } }];
  },
});

/** It did not work: the next round, from an empty report. */
const denyEffect = moveWith({
  from: ['verified'],
  to: () => 'returned',
  by: [verifier],
  not: [capaAuthor],
  asks: reasonForm,
  style: 'danger',
  nextRound: true,
  apply: ({ data }, { reason }) => ineffective(data, reason),
});

/** From the last action to the closing. */
export const verificationMoves = { actionDone, verify, sendBack, confirmEffect, denyEffect };
