import { z } from 'zod';
import { dayOf } from '../../calendar/day.ts';
import { siteOf } from '../../records/decide/due.ts';
import { peopleOptions, personField } from '../../records/declaration/fields.ts';
import { textForm } from '../../records/declaration/word-forms.ts';
import { movesOf } from '../../records/define-record.ts';
import { signal } from '../../records/shape/contract.ts';
import { contracts } from '../contracts.ts';
import type { CommitmentData } from './commitment-data.ts';
import { manager, owner } from './commitment-roles.ts';
import { commitmentWords } from './words.ts';

const { moveWith } = movesOf<CommitmentData, typeof commitmentWords>();

/** 兑现: it is done; the visit is notified. */
const complete = moveWith({
  from: ['open'],
  to: 'done',
  by: [owner, manager],
  asks: textForm(commitmentWords.field.result),
  style: 'primary',
  closes: true,
  apply: ({ data }, { text }, { now }) => ({ ...data, result: text, doneAt: now.toISOString() }),
  followUps: (after, _said, { org, now }) => [
    signal(
      contracts.visit.commitmentKept,
      { number: after.data.visit },
      {
        id: after.number.slice(after.data.visit.length + 1),
        on: dayOf(now, org.calendarOf(siteOf(after, org)).zone),
      },
    ),
  ],
});

const passed = z.object({ to: z.string().max(100) });

/** 转交: hands it to another person, with the same due day. */
const transfer = moveWith({
  from: ['open'],
  by: [owner, manager],
  asks: {
    schema: passed,
    fields: (record, { locale, org }) => [
      personField(
        locale,
        { name: 'to', label: 'record.field.transferTo', required: true },
        peopleOptions(
          org.people.filter(({ id }) => id !== record?.data.ownerId),
          org,
          locale,
        ),
      ),
    ],
  },
  check: (_record, { to }, { org }) => (org.person(to)?.active ? null : { key: 'form.chooseOne' }),
  apply: ({ data }, { to }) => ({ ...data, ownerId: to }),
});

/** The customer no longer wants it, or it cannot be kept: the operations manager gives the reason. */
const drop = moveWith({
  from: ['open'],
  to: 'dropped',
  by: [manager],
  asks: textForm(commitmentWords.field.dropped),
  style: 'danger',
  secondary: true,
  undoable: true,
  closes: true,
  apply: ({ data }, { text }) => ({ ...data, dropped: text }),
});

/** The moves of a commitment. */
export const commitmentMoves = { complete, transfer, drop };
