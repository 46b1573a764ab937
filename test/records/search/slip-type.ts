import { z } from 'zod';
import type { Role } from '../../../src/records/declaration/role.ts';
import { defineWords } from '../../../src/records/declaration/words.ts';
import { creation, defineRecord, moveWith } from '../../../src/records/define-record.ts';
import { freeText } from '../../../src/records/shape/free-text.ts';

/** What is said of slips. */
const slipWords = defineWords('slip', {
  noun: ['便条', 'Slip'],
  nouns: ['便条', 'slips'],
  state: { waiting: ['等待', 'Waiting'], open: ['处理中', 'Open'], closed: ['关闭', 'Closed'] },
  move: { take: ['接手', 'Take'], close: ['关闭', 'Close'] },
  done: { create: ['登记了', 'wrote it'], take: ['接手了', 'took it'], close: ['关闭了', 'closed it'] },
});

const slipData = z.object({
  title: freeText(200),
  text: freeText(3000).optional(),
  department: z.string().optional(),
  kind: z.string().optional(),
  source: z.string().optional(),
  owner: z.string().default('li-na'),
  /** The day of its deadline; without one it has none. */
  day: z.string().optional(),
});
type Slip = z.output<typeof slipData>;

const owner: Role<Slip> = { id: 'owner', label: 'role.eng', holders: ({ data }) => [data.owner] };

/** A record type for lists and searches: facets, texts, a deadline on a day, and an end. */
export const slip = defineRecord<Slip, typeof slipWords>({
  type: 'slip',
  words: slipWords,
  number: { per: 'year', prefix: () => 'SL' },
  schemaVersion: 1,
  upgrades: {},
  data: slipData,
  title: ({ title }) => title,
  facets: ({ kind, source }) => ({ ...(kind && { kind }), ...(source && { source }) }),
  searched: ({ text = '' }) => [text],
  department: ({ department = null }) => department,
  inChannels: false,
  initialState: 'waiting',
  states: {
    waiting: { owner, tone: 'action' },
    open: { owner, due: { kind: 'day', day: ({ day = '' }) => day }, tone: 'action' },
    closed: { final: true, tone: 'good' },
  },
  moves: {
    take: moveWith({
      from: ['waiting'],
      to: 'open',
      by: [owner],
      asks: { schema: z.object({ day: z.string() }), fields: () => [] },
      apply: ({ data }, { day }) => ({ ...data, day }),
    }),
    close: moveWith({
      from: ['waiting', 'open'],
      to: 'closed',
      by: [owner],
      asks: { schema: z.object({}), fields: () => [] },
      closes: true,
    }),
  },
  creation: creation({ asks: { schema: slipData, fields: () => [] }, initial: (said) => said }),
  body: () => [],
});
