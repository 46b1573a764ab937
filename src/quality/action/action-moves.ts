import { refuseFiles, withFiles } from '../../records/decide/evidence.ts';
import { movesOf } from '../../records/define-record.ts';
import { signal } from '../../records/shape/contract.ts';
import { contracts } from '../contracts.ts';
import type { ActionData } from './action-data.ts';
import { evidenceForm, progressForm, transferForm } from './action-forms.ts';
import { approver, head, owner } from './action-roles.ts';
import { actionWords } from './words.ts';

const { moveWith } = movesOf<ActionData, typeof actionWords>();

/** The action is done; the finding is notified. */
const complete = moveWith({
  from: ['open'],
  to: 'done',
  by: [owner, head],
  asks: evidenceForm,
  style: 'primary',
  closes: true,
  check: (record, { files }) => refuseFiles(record, files),
  apply: ({ data: { sentBack: _settled, ...data } }, { evidence }) => ({ ...data, evidence }),
  applyCommon: ({ common }, { files }, who) => withFiles(common, files, who),
  followUps: ({ data, number }) => [signal(contracts.finding.actionDone, { number: data.finding }, { number })],
});

/** Records a progress note. */
const noteProgress = moveWith({
  from: ['open'],
  by: [owner, head],
  asks: progressForm,
  apply: ({ data }, { progress: text }, { actorId, now }) => ({
    ...data,
    progress: [...data.progress, { by: actorId ?? '', at: now.toISOString(), text }].slice(-100),
  }),
});

/** 转交: hands the action to another person, with the same due day. The head and the report's approver are notified. */
const transfer = moveWith({
  from: ['open'],
  by: [owner, head],
  asks: transferForm,
  check: ({ data }, { to }, { org }) =>
    to !== data.ownerId && org.person(to)?.active ? null : { key: 'form.chooseOne' },
  apply: ({ data }, { to, reason }, { actorId, now }) => ({
    ...data,
    ownerId: to,
    transfers: [...data.transfers, { by: actorId ?? '', at: now.toISOString(), from: data.ownerId, to, reason }].slice(
      -50,
    ),
  }),
  followUps: ({ data, number }) => [
    signal(contracts.finding.actionMoved, { number: data.finding }, { number, ownerId: data.ownerId }),
  ],
  news: (after, { to, reason }, { org }) => [
    {
      to: [...head.holders(after, org), ...approver.holders(after, org)].filter((id) => id !== to),
      key: actionWords.news.transferred,
      params: { number: after.number, person: { person: to }, reason },
    },
  ],
});

/** Verification found that it was not done as planned. */
const reopen = moveWith({
  from: ['done'],
  to: 'open',
  by: [],
  input: contracts.action.reopen.input,
  apply: ({ data }, { reason }) => ({ ...data, sentBack: reason }),
});

/** Its finding was withdrawn. What was done by then stays done. */
const withdraw = moveWith({
  from: ['open', 'done'],
  to: { oneOf: ['withdrawn'], choose: ({ state }) => (state === 'open' ? 'withdrawn' : null) },
  by: [],
  input: contracts.action.withdraw.input,
  apply: ({ data }, { reason }) => ({ ...data, withdrawal: reason }),
  news: (after, { reason }, { org }) => [
    { to: owner.holders(after, org), key: actionWords.news.withdrawn, params: { number: after.number, reason } },
  ],
});

/** The finding is restricted and more people may see it now: they may also see the actions it raised. */
const admitted = moveWith({
  from: ['open', 'done', 'withdrawn'],
  by: [],
  draft: true,
  input: contracts.action.admitted.input,
  applyCommon: ({ common }, { people }) => ({
    ...common,
    accessIds: common.restricted ? [...new Set([...common.accessIds, ...people])].slice(0, 100) : common.accessIds,
  }),
});

/** The moves of actions: the owner's, and those its finding signals. */
export const actionMoves = { complete, noteProgress, transfer, reopen, withdraw, admitted };
