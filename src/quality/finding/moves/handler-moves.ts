import { moveWith } from '../declare.ts';
import { departmentHead, handler } from '../finding-roles.ts';
import { assignForm, transferForm } from '../forms/handler-forms.ts';
import { letIntoActions } from '../let-into-actions.ts';
import { findingWords } from '../words.ts';

/** While the department owes an answer. */
const answering = ['issued', 'returned', 'toAnswer', 'answerReturned', 'agreed'] as const;

/** The department's head names who answers and who may co-author; or remains the handler. */
const assign = moveWith({
  from: answering,
  by: [departmentHead],
  asks: assignForm,
  check: ({ data }, { handler: named, coWriters }, { org }) => {
    const isMember = org.membersOf(data.departmentId ?? '').some(({ id }) => id === named);
    const areKnown = coWriters.every((id) => org.person(id)?.active);
    return isMember && areKnown ? null : { key: 'form.chooseOne' };
  },
  apply: ({ data }, { handler: named, coWriters }) => ({ ...data, handlerId: named, coWriterIds: coWriters }),
  followUps: letIntoActions,
});

/** 转交: the handler passes it on within the department; the head is notified, and the deadline stays. */
const transfer = moveWith({
  from: answering,
  by: [handler],
  asks: transferForm,
  secondary: true,
  check: ({ data }, { to }, { org }) =>
    to !== data.handlerId && org.membersOf(data.departmentId ?? '').some(({ id }) => id === to)
      ? null
      : { key: 'form.chooseOne' },
  apply({ data }, { to, reason }, { actorId, now }) {
    const by = actorId ?? '';
    const from = data.handlerId ?? by;
    const passed = { by, at: now.toISOString(), kind: 'handler', from, to, reason } as const;
    return { ...data, handlerId: to, transfers: [...data.transfers, passed] };
  },
  followUps: letIntoActions,
  news: ({ data, number }, { to, reason }, { org }) => {
    const head = org.headOf(data.departmentId ?? '')?.id;
    if (head === undefined || head === to) return [];
    return [{ to: [head], key: findingWords.news.transferred, params: { number, person: { person: to }, reason } }];
  },
});

/** Assigning and transferring a finding. */
export const handlerMoves = { assign, transfer };
