import { z } from 'zod';
import type { Ask } from '../../../records/declaration/ask.ts';
import { textField } from '../../../records/declaration/fields.ts';
import type { FindingData } from '../finding-data.ts';
import { findingWords } from '../words.ts';

const target = z.object({ into: z.string().trim().min(1).max(60).toUpperCase() });

/** Which finding it is the same matter as. */
export const mergeForm: Ask<FindingData, z.output<typeof target>> = {
  schema: target,
  fields: (_record, { locale }) => [
    textField(locale, {
      name: 'into',
      label: findingWords.field.mergeInto,
      hint: findingWords.field['mergeInto.hint'],
      required: true,
      max: 60,
    }),
  ],
};
