import { z } from 'zod';
import { factIn, quotedIn } from '../../../src/records/card/blocks.ts';
import { dateField, textField } from '../../../src/records/declaration/fields.ts';
import { office } from '../../../src/records/declaration/office.ts';
import { textForm } from '../../../src/records/declaration/word-forms.ts';
import { creation, defineRecord, movesOf } from '../../../src/records/define-record.ts';
import { freeText } from '../../../src/records/shape/free-text.ts';
import { drillWords } from './words.ts';

// Everything has a limit. What people write is `freeText`: hashed in the history, and erasable.
const drillData = z.object({
  scenario: freeText(200),
  day: z.iso.date(),
  result: freeText(1000).optional(),
});
type DrillData = z.output<typeof drillData>;

const planned = drillData.pick({ scenario: true, day: true });
const manager = office('omdManager');
const { moveWith } = movesOf<DrillData, typeof drillWords>();

/** An emergency drill: planned for a day, held, and its result on record. */
export const drill = defineRecord<DrillData, typeof drillWords>({
  type: 'drill',
  words: drillWords,
  number: { per: 'year', prefix: () => 'DR' },
  schemaVersion: 1,
  upgrades: {},
  data: drillData,
  title: ({ scenario }) => scenario,
  facets: () => ({}),
  department: () => null,
  inChannels: false,
  initialState: 'planned',
  states: {
    planned: { owner: manager, due: { kind: 'day', day: ({ day }) => day }, tone: 'action' },
    held: { final: true, tone: 'good' },
  },
  moves: {
    hold: moveWith({
      from: ['planned'],
      to: 'held',
      by: [manager],
      asks: textForm(drillWords.field.result),
      style: 'primary',
      closes: true,
      apply: ({ data }, { text }) => ({ ...data, result: text }),
    }),
  },
  creation: creation({
    asks: {
      schema: planned,
      fields: (_record, { locale }) => [
        textField(locale, { name: 'scenario', label: drillWords.field.scenario, required: true, max: 200 }),
        dateField(locale, { name: 'day', label: drillWords.field.day, required: true }),
      ],
    },
    initial: (said) => said,
  }),
  body: ({ data }, { locale }) => [
    { kind: 'facts', facts: factIn(locale)(drillWords.field.day, data.day) },
    ...quotedIn(locale)(drillWords.field.result, data.result),
  ],
});
