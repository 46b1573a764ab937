import { z } from 'zod';
import type { Ask } from '../../records/declaration/ask.ts';
import { fileField, filesAnswer, longTextField, peopleOptions, personField } from '../../records/declaration/fields.ts';
import { freeText } from '../../records/shape/free-text.ts';
import type { ActionData } from './action-data.ts';
import { actionWords } from './words.ts';

const evidence = z.object({ evidence: freeText(3000), files: filesAnswer });

/** What was done, and how it can be checked. */
export const evidenceForm: Ask<ActionData, z.output<typeof evidence>> = {
  schema: evidence,
  fields: (record, { locale, org }) => [
    longTextField(
      locale,
      { name: 'evidence', label: actionWords.field.evidence, hint: actionWords.field['evidence.hint'], required: true },
      record?.data.evidence,
    ),
    fileField(locale, { name: 'files', label: 'file.field.files' }, org),
  ],
};

const progress = z.object({ progress: freeText(3000) });

/** A progress note. */
export const progressForm: Ask<ActionData, z.output<typeof progress>> = {
  schema: progress,
  fields: (_record, { locale }) => [
    longTextField(locale, { name: 'progress', label: actionWords.field.progress, required: true }),
  ],
};

const transfer = z.object({ to: z.string().max(100), reason: freeText(1000) });

/** The new owner, and why. */
export const transferForm: Ask<ActionData, z.output<typeof transfer>> = {
  schema: transfer,
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
    longTextField(locale, { name: 'reason', label: actionWords.field.transferReason, required: true, max: 1000 }),
  ],
};
