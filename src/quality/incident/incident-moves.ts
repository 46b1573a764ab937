import { reasonForm } from '../../records/declaration/word-forms.ts';
import { move, moveWith } from './declare.ts';
import { unknownEngineer, unknownParts, wrongTime } from './incident-checks.ts';
import { describedBy, timeOf } from './incident-creation.ts';
import { assignForm, resolveForm, respondForm, restoreForm, updateForm } from './incident-forms.ts';
import { engineer, fieldStaff, lead, manager, quality, reporter, serviceDesk } from './incident-roles.ts';
import { type IncidentMove, noted } from './noted.ts';
import { withPauseEnded } from './pause.ts';
import { reportOf } from './raise-report.ts';
import { systemMoves } from './system-moves.ts';
import { incidentWords } from './words.ts';

const underWay = ['reported', 'handling', 'waiting'] as const;
/** A person's move: from now on their facts take precedence over what another tool reported earlier. */
const personal = <Input>(declaration: IncidentMove<Input>) => moveWith(noted(declaration));

const workers = [engineer, serviceDesk, lead] as const;

const update = personal({
  from: underWay,
  by: [...workers, manager, reporter],
  asks: updateForm,
  secondary: true,
  check: (_record, said, { org }) => unknownParts(said, org),
  apply: ({ data }, said, { org }) => {
    const { requesterName: _before, category: _kind, object: _what, ...rest } = data;
    const next = describedBy(said, org);
    const isSame = next.projectId === data.projectId && next.priority === data.priority;
    return { ...rest, ...next, promise: isSame ? data.promise : next.promise };
  },
});

const assign = personal({
  from: underWay,
  by: [serviceDesk, lead, manager],
  asks: assignForm,
  check: (_record, said, { org }) => unknownEngineer(said, org),
  apply: ({ data }, { engineer: engineerId }) => ({ ...data, engineerId }),
});

/** Someone is working on it. */
const respond = personal({
  from: ['reported'],
  to: 'handling',
  by: [...workers, fieldStaff],
  asks: respondForm,
  style: 'primary',
  check: (record, said, circumstances) =>
    unknownEngineer(said, circumstances.org) ?? wrongTime(record, said.at, circumstances),
  apply: ({ data }, { engineer: engineerId, at }, who) => ({
    ...data,
    engineerId,
    respondedAt: timeOf(at, data.projectId, who).toISOString(),
  }),
});

/** 等待客户: the resolution clock is paused. */
const wait = personal({
  from: ['reported', 'handling'],
  to: 'waiting',
  by: workers,
  asks: reasonForm(incidentWords.reason.wait),
  apply: ({ data }, { reason }, { now }) => ({
    ...data,
    respondedAt: data.respondedAt ?? now.toISOString(),
    pauses: [...data.pauses, { from: now.toISOString(), reason }].slice(-100),
  }),
});

const resume = move(
  noted({
    from: ['waiting'],
    to: 'handling',
    by: workers,
    style: 'primary',
    apply: ({ data }, _nothing, { now }) => withPauseEnded(data, now.toISOString()),
  }),
);

/** Service is restored, perhaps by a workaround: the work goes on. */
const restore = personal({
  from: ['handling', 'waiting'],
  by: workers,
  asks: restoreForm,
  secondary: true,
  check: (record, { at }, circumstances) => wrongTime(record, at, circumstances),
  apply: ({ data }, { at }, who) => ({ ...data, restoredAt: timeOf(at, data.projectId, who).toISOString() }),
});

const resolve = personal({
  from: underWay,
  to: 'resolved',
  by: workers,
  asks: resolveForm,
  style: 'primary',
  check: (record, { at, restored }, circumstances) =>
    wrongTime(record, at, circumstances) ?? wrongTime(record, restored, circumstances),
  apply: ({ data }, { done, place, restored, at }, who) => {
    const resolvedAt = timeOf(at, data.projectId, who).toISOString();
    const restoredAt = restored === undefined ? undefined : timeOf(restored, data.projectId, who).toISOString();
    return {
      ...withPauseEnded(data, resolvedAt),
      done,
      place,
      resolvedAt,
      restoredAt: restoredAt ?? data.restoredAt ?? resolvedAt,
      respondedAt: data.respondedAt ?? resolvedAt,
      engineerId: data.engineerId ?? who.actorId,
    };
  },
  followUps: (after) => reportOf(after),
});

/** The customer says it is not fixed: the resolution clock runs on as if it had never stopped. */
const reopen = personal({
  from: ['resolved', 'closed'],
  to: 'handling',
  by: [serviceDesk, lead, manager, quality],
  asks: reasonForm(incidentWords.reason.reopen),
  secondary: true,
  apply: ({ data }, { reason }, { now, actorId }) => {
    const { resolvedAt, restoredAt: _again, closedAt: _over, callBack: _called, urgency: _why, done, ...rest } = data;
    const reopening = {
      at: now.toISOString(),
      by: actorId ?? '',
      reason,
      ...(resolvedAt !== undefined && { resolvedAt }),
      ...(done !== undefined && { done }),
    };
    return { ...rest, reopenings: [...data.reopenings, reopening].slice(-50) };
  },
});

/** The customer rates it on a page: gives a link with ready-made text, and logs who gave it. */
const sendRatingLink = move({
  from: ['resolved', 'closed'],
  by: [serviceDesk, lead],
  secondary: true,
  opensPage: ({ data }) => ({ purpose: 'rating', contactId: data.requesterId }),
});

/** R36: the customer is asked about satisfaction before closing. */
const close = move(
  noted({
    from: ['resolved'],
    to: 'closed',
    by: [serviceDesk, manager],
    style: 'primary',
    closes: true,
    offered: ({ data }) => data.callBack !== undefined,
    check: ({ data }) => (data.callBack ? null : { key: incidentWords.refusal.noCallBack }),
    apply: ({ data }, _nothing, { now }) => ({ ...data, closedAt: now.toISOString() }),
  }),
);

/** 紧急关闭: closes before the call-back, which is still due. */
const closeUrgently = personal({
  from: ['resolved'],
  to: 'closed',
  by: [serviceDesk, lead, manager],
  asks: reasonForm(incidentWords.reason.urgent),
  secondary: true,
  closes: true,
  apply: ({ data }, { reason }, { now, actorId }) => ({
    ...data,
    closedAt: now.toISOString(),
    urgency: { by: actorId ?? '', reason },
  }),
});

const cancel = personal({
  from: underWay,
  to: 'cancelled',
  by: [serviceDesk, lead, manager],
  asks: reasonForm(incidentWords.reason.cancel),
  style: 'danger',
  secondary: true,
  closes: true,
  apply: ({ data }, { reason }, { now }) => ({
    ...withPauseEnded(data, now.toISOString()),
    cancellation: reason,
  }),
  news: (after, { reason }, { org }) => [
    {
      to: [...engineer.holders(after, org), ...reporter.holders(after, org)],
      key: incidentWords.news.cancelled,
      params: { number: after.number, reason },
    },
  ],
});

/** The moves of an incident or request. */
export const incidentMoves = {
  update,
  assign,
  respond,
  wait,
  resume,
  restore,
  resolve,
  reopen,
  close,
  closeUrgently,
  cancel,
  sendRatingLink,
  ...systemMoves,
};
