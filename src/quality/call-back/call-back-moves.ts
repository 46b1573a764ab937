import { readNextInstant } from '../../calendar/written-instant.ts';
import type { ActorContext } from '../../records/declaration/record-context.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { isUnreached, takenBy } from './attempts.ts';
import type { Attempt, CallBackData } from './call-back-data.ts';
import { answerForm, exemptForm, type Later, laterForm, passForm } from './call-back-forms.ts';
import { agent, holder, manager, quality } from './call-back-roles.ts';
import { systemMoves } from './call-back-system-moves.ts';
import { complainMoves } from './complain-moves.ts';
import { move, moveWith } from './declare.ts';
import { callBackWords } from './words.ts';

const me = ({ actorId }: ActorContext) => actorId ?? '';

/** An agent reserves it until done. */
const take = move({
  from: ['due'],
  by: [agent],
  secondary: true,
  apply: ({ data }, _nothing, who) => ({ ...data, taken: { by: me(who), at: who.now.toISOString() } }),
});

/** An agent has it open: for a while it is offered to nobody else, so that two agents never call the same customer. */
const hold = move({
  from: ['due'],
  by: [agent],
  draft: true,
  offered: () => false,
  check: ({ data }, _nothing, { now }) => {
    const other = takenBy(data, now);
    return other === null ? null : { key: callBackWords.refusal.taken, params: { person: { person: other } } };
  },
  apply: ({ data }, _nothing, who) => {
    const until = new Date(who.now.getTime() + who.org.settings.callBackHoldMinutes * 60_000).toISOString();
    return { ...data, taken: { by: me(who), at: who.now.toISOString(), until } };
  },
});

const passOn = moveWith({
  from: ['due'],
  by: [agent, manager],
  asks: passForm,
  secondary: true,
  check: (_record, { to }, { org }) =>
    org.peopleWith('sd').some(({ id }) => id === to) ? null : { key: 'form.chooseOne' },
  apply: ({ data }, { to }, { now }) => ({ ...data, taken: { by: to, at: now.toISOString() } }),
  news: ({ number }, { to }) => [{ to: [to], key: callBackWords.news.passedOn, params: { number } }],
});

/** Back to the queue for the next agent. */
const release = move({
  from: ['due'],
  by: [holder, manager],
  secondary: true,
  offered: ({ data }) => data.taken !== null,
  apply: ({ data }) => ({ ...data, taken: null }),
});

/** One that the agent only had open goes back to the queue; one they took stays with them. */
function tried({ data }: RecordOf<CallBackData>, attempt: Attempt): CallBackData {
  const taken = data.taken?.until === undefined ? data.taken : null;
  return { ...data, taken, attempts: [...data.attempts, attempt].slice(-60) };
}

/** No answer: after enough attempts on enough days (settings) the customer counts as unreached. */
const noAnswer = move({
  from: ['due'],
  to: {
    oneOf: ['due', 'unreached'],
    choose: ({ data }, _nothing, { org, now }) =>
      isUnreached([...data.attempts, { at: now.toISOString(), by: '', outcome: 'noAnswer' }], data, org)
        ? 'unreached'
        : 'due',
  },
  by: [agent],
  undoable: true,
  apply: (record, _nothing, who) => {
    const at = who.now.toISOString();
    const data = tried(record, { at, by: me(who), outcome: 'noAnswer' });
    return isUnreached(data.attempts, data, who.org) ? { ...data, unreachedAt: at } : data;
  },
});

/** The customer answered but has no time now. */
const later = moveWith({
  from: ['due'],
  by: [agent],
  undoable: true,
  asks: laterForm,
  apply: (record, said, who) => {
    const until = calledAgain(said, record.data, who).toISOString();
    return tried(record, { at: who.now.toISOString(), by: me(who), outcome: 'later', until });
  },
});

/** The customer answered but does not want to talk: they get a link, and are called again only if they do not use it. */
const sendLink = move({
  from: ['due'],
  by: [agent],
  // The queue offers it if the customer could open the page.
  offered: () => false,
  apply: (record, _nothing, who) => tried(record, { at: who.now.toISOString(), by: me(who), outcome: 'link' }),
  opensPage: ({ data: { about, contactId } }) => ({ purpose: 'rating', contactId, number: about }),
});

function calledAgain({ when, time }: Later, { departmentId }: CallBackData, { org, now }: ActorContext): Date {
  const { zone } = org.siteOfDepartment(departmentId ?? '');
  if (when === 'time') return readNextInstant(time ?? '', now, zone) ?? now;
  return new Date(now.getTime() + Number(when) * 60_000);
}

/** The customer said how satisfied they are. Customers counted as unreached may still call us. */
const answer = moveWith({
  from: ['due', 'unreached'],
  to: 'reached',
  by: [agent],
  asks: answerForm,
  style: 'primary',
  undoable: true,
  closes: true,
  check: ({ data }, { complaint, comment }) =>
    complaint === 'yes' && comment === undefined && !data.complaint ? { key: callBackWords.refusal.noWords } : null,
  apply: ({ data }: RecordOf<CallBackData>, { complaint, ...said }, who) => ({
    ...data,
    answer: {
      ...said,
      at: who.now.toISOString(),
      by: me(who),
      via: 'call' as const,
      complaint: complaint === 'yes' || data.complaint !== undefined,
    },
  }),
});

/** Nobody requested the service, so no call is needed. */
const exempt = moveWith({
  from: ['due'],
  to: 'exempt',
  by: [manager, quality],
  asks: exemptForm,
  secondary: true,
  closes: true,
  offered: ({ data }) => data.unasked,
  check: ({ data }) => (data.unasked ? null : { key: callBackWords.refusal.asked }),
  apply: ({ data }, { reason }, who) => ({
    ...data,
    exemption: { at: who.now.toISOString(), by: me(who), reason },
  }),
});

/** The moves of a call-back. */
export const callBackMoves = {
  answer,
  noAnswer,
  later,
  sendLink,
  take,
  hold,
  passOn,
  release,
  exempt,
  ...complainMoves,
  ...systemMoves,
};
