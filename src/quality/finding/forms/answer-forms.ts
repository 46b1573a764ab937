import { z } from 'zod';
import type { Ask } from '../../../records/declaration/ask.ts';
import { choiceField, dateField, longTextField, optionsFrom } from '../../../records/declaration/fields.ts';
import { freeText } from '../../../records/shape/free-text.ts';
import type { FindingData } from '../finding-data.ts';
import { findingWords } from '../words.ts';

const intents = ['will', 'wont'] as const;
const answer = z.object({ intent: z.enum(intents), answer: freeText(3000), byDay: z.iso.date().optional() });

/** What the department will do and by when, or why it will do nothing. */
export const answerForm: Ask<FindingData, z.output<typeof answer>> = {
  schema: answer,
  fields(record, { locale }) {
    const before = record?.data.answer;
    return [
      choiceField(
        locale,
        { name: 'intent', label: findingWords.field.intent, required: true },
        optionsFrom(locale, intents, 'finding.intent'),
        before?.will === false ? 'wont' : 'will',
      ),
      longTextField(
        locale,
        { name: 'answer', label: findingWords.field.answer, hint: findingWords.field['answer.hint'], required: true },
        before?.text,
      ),
      dateField(
        locale,
        { name: 'byDay', label: findingWords.field.byDay, hint: findingWords.field['byDay.hint'] },
        before?.byDay,
      ),
    ];
  },
};

const carriedOut = z.object({ carriedOut: freeText(3000) });

/** What was done to carry out the answer. */
export const carriedOutForm: Ask<FindingData, z.output<typeof carriedOut>> = {
  schema: carriedOut,
  fields: (_record, { locale }) => [
    longTextField(locale, {
      name: 'carriedOut',
      label: findingWords.field.carriedOut,
      hint: findingWords.field['carriedOut.hint'],
      required: true,
    }),
  ],
};
