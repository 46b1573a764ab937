import { z } from 'zod';
import { dayOf } from '../../calendar/day.ts';
import { siteOf } from '../decide/due.ts';
import { move, moveWith } from '../declaration/declare-move.ts';
import { dateField, longTextField } from '../declaration/fields.ts';
import type { RecordContext } from '../declaration/record-context.ts';
import type { Role } from '../declaration/role.ts';
import type { State } from '../declaration/state.ts';
import type { Common, Extension } from '../shape/common.ts';
import { freeText } from '../shape/free-text.ts';
import { nextId } from '../shape/next-id.ts';
import type { RecordOf } from '../shape/record.ts';
import { owner } from './common-roles.ts';

const extensionAnswers = z.object({ day: z.iso.date(), reason: freeText(1000) });
const no = z.object({ remark: freeText(1000) });

type States<Data> = Readonly<Record<string, State<Data>>>;

/** The request still waiting for an answer. */
const openRequest = ({ common }: RecordOf<unknown>): Extension | undefined =>
  common.extensions.find(({ outcome }) => outcome === undefined);

/** The person who asked for an extension does not decide on it. */
const asker: Role<unknown> = {
  id: 'asker',
  label: 'role.asker',
  alone: true,
  holders: (record) => [openRequest(record)?.askedBy].filter((id) => id !== undefined),
};

/** Who decides on an extension in the record's state. */
const deciderOf = <Data>(states: States<Data>): Role<Data> => ({
  id: 'extensionDecider',
  label: 'record.role.extensionDecider',
  holders: (record, org) => states[record.state]?.extendedBy?.holders(record, org) ?? [],
});

const extendable = <Data>(states: States<Data>) =>
  Object.entries(states).flatMap(([name, { extendedBy }]) => (extendedBy ? [name] : []));

/** Asks for a later deadline, with a reason: once per deadline unless the organization allows more. */
export const askExtension = <Data>(states: States<Data>) =>
  moveWith<Data, z.output<typeof extensionAnswers>>({
    from: extendable(states),
    by: [owner],
    secondary: true,
    offered: (record) => record.due !== null && openRequest(record) === undefined,
    asks: {
      schema: extensionAnswers,
      fields: (_record, { locale }) => [
        dateField(locale, { name: 'day', label: 'record.field.extendTo', required: true }),
        longTextField(locale, { name: 'reason', label: 'record.field.extendReason', required: true, max: 1000 }),
      ],
    },
    check(record, { day }, { org, now }) {
      if (!record.due) return { key: 'record.refusal.noDeadline' };
      if (openRequest(record)) return { key: 'record.refusal.extensionAsked' };
      const most = org.settings.extensionsPerDeadline;
      const asked = record.common.extensions.filter(
        ({ step, round, outcome }) => step === record.state && round === record.round && outcome === 'granted',
      );
      if (asked.length >= most) return { key: 'record.refusal.extendedBefore', params: { count: most } };
      if (day < today(record, { org, now })) return { key: 'form.pastDay' };
      return day <= record.due.day
        ? { key: 'record.refusal.notLater', params: { day: { day: record.due.day } } }
        : null;
    },
    applyCommon: (record, { day, reason }, { actorId, org, now }) => {
      const { extensions } = record.common;
      const calendar = org.calendarOf(siteOf(record, org));
      const answer = calendar.addWorkingDays(now, org.settings.workingDays.extension);
      const one: Extension = {
        id: nextId('E', extensions),
        step: record.state,
        round: record.round,
        askedBy: actorId ?? '',
        askedAt: now.toISOString(),
        day,
        reason,
        answerBy: answer.day,
        ...(answer.provisional && { provisionalDays: answer.days }),
      };
      return { ...record.common, extensions: [...extensions, one] };
    },
    news: (record, { day, reason }) => [
      {
        to: record.duties.find(({ step }) => step === 'extension')?.ownerIds ?? [],
        key: 'record.news.extensionAsked',
        params: {
          number: record.number,
          person: { person: openRequest(record)?.askedBy ?? '' },
          day: { day },
          text: reason,
        },
      },
    ],
  });

/** Grants it: the deadline moves, and the first one stays on record. */
export const grantExtension = <Data>(states: States<Data>) =>
  move<Data>({
    from: extendable(states),
    by: [deciderOf(states)],
    not: [asker],
    style: 'primary',
    offered: (record) => openRequest(record) !== undefined,
    check: noRequest,
    extendsTo: (record) => openRequest(record)?.day ?? null,
    applyCommon: (record, _nothing, { actorId, now }) => decided(record, { outcome: 'granted', actorId, now }),
    news: (record) => answerNews(record, 'record.news.extensionGranted'),
  });

/** Declines it, with a reason. */
export const declineExtension = <Data>(states: States<Data>) =>
  moveWith<Data, z.output<typeof no>>({
    from: extendable(states),
    by: [deciderOf(states)],
    not: [asker],
    undoable: true,
    offered: (record) => openRequest(record) !== undefined,
    asks: {
      schema: no,
      fields: (_record, { locale }) => [
        longTextField(locale, { name: 'remark', label: 'record.field.remark', required: true, max: 1000 }),
      ],
    },
    check: noRequest,
    applyCommon: (record, { remark }, { actorId, now }) =>
      decided(record, { outcome: 'declined', actorId, now, remark }),
    news: (record) => answerNews(record, 'record.news.extensionDeclined'),
  });

function noRequest(record: RecordOf<unknown>) {
  return openRequest(record) ? null : ({ key: 'record.refusal.noRequest' } as const);
}

function decided(record: RecordOf<unknown>, { outcome, actorId, now, remark }: Decision): Common {
  const id = openRequest(record)?.id;
  const by = { outcome, decidedBy: actorId ?? '', decidedAt: now.toISOString(), ...(remark && { remark }) };
  return {
    ...record.common,
    extensions: record.common.extensions.map((one) => (one.id === id ? { ...one, ...by } : one)),
  };
}

interface Decision {
  readonly outcome: 'granted' | 'declined';
  readonly actorId: string | null;
  readonly now: Date;
  readonly remark?: string;
}

function answerNews(record: RecordOf<unknown>, key: 'record.news.extensionGranted' | 'record.news.extensionDeclined') {
  const last = record.common.extensions.findLast(({ outcome }) => outcome !== undefined);
  if (!last) return [];
  const params = {
    number: record.number,
    person: { person: last.decidedBy ?? '' },
    day: { day: last.day },
    text: last.remark ?? '',
  };
  return [{ to: [last.askedBy, ...record.ownerIds], key, params }];
}

const today = (record: RecordOf<unknown>, { org, now }: RecordContext) =>
  dayOf(now, org.calendarOf(siteOf(record, org)).zone);
