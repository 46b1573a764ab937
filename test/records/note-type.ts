import { z } from 'zod';
import { longTextField } from '../../src/records/declaration/fields.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import type { Role } from '../../src/records/declaration/role.ts';
import { defineWords } from '../../src/records/declaration/words.ts';
import { creation, defineRecord, move, moveWith } from '../../src/records/define-record.ts';
import { freeText } from '../../src/records/shape/free-text.ts';

/** What is said of notes. */
const noteWords = defineWords('note', {
  noun: ['笔记', 'Note'],
  nouns: ['笔记', 'notes'],
  field: { text: ['内容', 'Text'] },
  state: { unread: ['未读', 'Unread'], read: ['已读', 'Read'] },
  move: { amend: ['修改', 'Amend'], read: ['读完', 'Read'], expire: ['过期', 'Expire'] },
  done: {
    create: ['登记了', 'wrote it'],
    amend: ['修改了', 'amended it'],
    read: ['读完了', 'read it'],
    expire: ['过期了', 'expired'],
  },
});

/** The smallest record type that has everything: two states, a move with a form, one without, one of the system. */
const first = z.object({ text: freeText(1000), reader: z.string(), tags: z.array(z.string()).default([]) });
type First = z.output<typeof first>;

const reader: Role<First> = {
  id: 'reader',
  label: 'role.eng',
  holders: ({ data }) => [data.reader],
};

export const note = defineRecord<First, typeof noteWords>({
  type: 'note',
  words: noteWords,
  number: { per: 'year', prefix: () => 'NT' },
  schemaVersion: 1,
  upgrades: {},
  data: first,
  title: ({ text }) => text.slice(0, 40),
  facets: () => ({}),
  department: () => null,
  inChannels: false,
  initialState: 'unread',
  states: {
    unread: { owner: reader, tone: 'action' },
    read: { final: true, tone: 'good' },
  },
  moves: {
    amend: moveWith({
      from: ['unread'],
      by: [reader],
      asks: {
        schema: first.pick({ text: true }),
        fields: (_record, { locale }) => [longTextField(locale, { name: 'text', label: noteWords.field.text })],
      },
      apply: ({ data }, { text }) => ({ ...data, text }),
    }),
    read: move<First>({ from: ['unread'], to: 'read', by: [reader], closes: true }),
    expire: move<First>({ from: ['unread'], to: 'read', by: [] }),
  },
  creation: creation({ asks: { schema: first, fields: () => [] }, initial: (said) => said }),
  body: () => [],
});

const laterWords = defineWords('note', {
  noun: ['笔记', 'Note'],
  nouns: ['笔记', 'notes'],
  state: { unread: ['未读', 'Unread'], read: ['已读', 'Read'] },
  move: { expire: ['过期', 'Expire'] },
  done: { create: ['登记了', 'wrote it'], expire: ['过期了', 'expired'] },
});

const second = z.object({ body: freeText(1000), reader: z.string(), tags: z.array(z.string()), pages: z.number() });

/** The same type two versions on: `text` is called `body`, and pages are counted. */
export const noteLater: RecordType<unknown> = defineRecord<z.output<typeof second>, typeof laterWords>({
  type: 'note',
  words: laterWords,
  number: { per: 'year', prefix: () => 'NT' },
  schemaVersion: 3,
  upgrades: {
    1: (data) => {
      const { text, ...rest } = first.parse(data);
      return { ...rest, body: text };
    },
    2: (data) => ({ ...z.looseObject({}).parse(data), pages: 1 }),
  },
  data: second,
  title: ({ body }) => body.slice(0, 40),
  facets: () => ({}),
  department: () => null,
  inChannels: false,
  initialState: 'unread',
  states: { unread: { tone: 'action' }, read: { final: true, tone: 'good' } },
  moves: {
    expire: move<z.output<typeof second>>({
      from: ['unread'],
      to: 'read',
      by: [],
      apply: ({ data }) => ({ ...data, pages: 2 }),
    }),
  },
  creation: creation({ asks: { schema: second, fields: () => [] }, initial: (said) => said }),
  body: () => [],
});
