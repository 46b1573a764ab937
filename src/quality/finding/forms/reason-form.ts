import { z } from 'zod';
import type { Ask } from '../../../records/declaration/ask.ts';
import { longTextField } from '../../../records/declaration/fields.ts';
import { freeText } from '../../../records/shape/free-text.ts';
import type { FindingData } from '../finding-data.ts';
import { findingWords } from '../words.ts';

const reason = z.object({ reason: freeText(3000) });

/** Why something is rejected, returned, withdrawn or not effective. */
export const reasonForm: Ask<FindingData, z.output<typeof reason>> = {
  schema: reason,
  fields: (_record, { locale }) => [
    longTextField(locale, { name: 'reason', label: findingWords.field.reason, required: true }),
  ],
};
