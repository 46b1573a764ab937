import type { Organisation } from '../../../org/organisation.ts';
import { textForm } from '../../../records/declaration/word-forms.ts';
import { complainantOf, isKnown } from '../complainant-of.ts';
import { acknowledgeForm, assignForm } from '../complaint-forms.ts';
import { accused, handler, manager, quality, receiver, serviceDesk } from '../complaint-roles.ts';
import { moveWith } from '../declare.ts';
import { complaintWords } from '../words.ts';

const isHere = (id: string | undefined, org: Organisation) => id === undefined || org.person(id)?.active === true;

/** Severity and handler, who may not be the accused. A complaint about a person is restricted from then on. */
const assign = moveWith({
  from: ['received', 'investigating', 'assessing'],
  by: [manager, quality],
  not: [accused],
  asks: assignForm,
  check(_record, { handlerId, accusedId }, { org }) {
    if (!isHere(handlerId, org) || !isHere(accusedId, org)) return { key: 'form.chooseOne' };
    return handlerId === accusedId ? { key: complaintWords.refusal.ownMatter } : null;
  },
  apply({ data: { accusedId: _before, ...data } }, { severity, handlerId, accusedId }) {
    return { ...data, severity, handlerId, ...(accusedId !== undefined && { accusedId }) };
  },
  applyCommon: ({ common }, { accusedId }) => ({ ...common, restricted: common.restricted || accusedId !== undefined }),
});

/** 告知: the complainant is told that it was received, its number, and when it will be answered. */
const acknowledge = moveWith({
  from: ['received'],
  to: {
    oneOf: ['investigating', 'assessing'],
    choose: ({ data }) => (data.kind === 'suggestion' ? 'assessing' : 'investigating'),
  },
  by: [handler, receiver, serviceDesk, quality],
  not: [accused],
  asks: acknowledgeForm,
  style: 'primary',
  apply: ({ data }, { how, contactName }, { now, actorId, org }) => ({
    ...data,
    ...(isKnown(data) ? {} : complainantOf({ contactName }, data.customerId, org)),
    acknowledgement: { by: actorId ?? '', at: now.toISOString(), how },
  }),
});

/** The customer's words, if the complaint was opened without them: they replace what we knew, which stays in the history. */
const putInWords = moveWith({
  from: ['received', 'investigating', 'answered', 'escalated'],
  by: [handler, receiver, serviceDesk, quality],
  not: [accused],
  asks: textForm(complaintWords.ask.words),
  offered: ({ data }) => data.wordless === true,
  check: ({ data }) => (data.wordless ? null : { key: complaintWords.refusal.inWords }),
  apply: ({ data: { wordless: _over, ...data } }, { text }) => ({ ...data, what: text }),
});

/** 调查: a note on the investigation so far. */
const investigate = moveWith({
  from: ['investigating', 'escalated', 'assessing'],
  by: [handler, quality, manager],
  not: [accused],
  asks: textForm(complaintWords.ask.note),
  apply: ({ data }, { text }, { now, actorId }) => ({
    ...data,
    notes: [...data.notes, { by: actorId ?? '', at: now.toISOString(), text }].slice(-100),
  }),
});

/** From receipt to the end of the investigation. */
export const receiptMoves = { assign, acknowledge, putInWords, investigate };
