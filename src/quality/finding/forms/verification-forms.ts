import { z } from 'zod';
import type { Ask } from '../../../records/declaration/ask.ts';
import { choiceField, fileField, filesAnswer, longTextField } from '../../../records/declaration/fields.ts';
import { freeText } from '../../../records/shape/free-text.ts';
import type { FindingData } from '../finding-data.ts';
import { findingWords } from '../words.ts';

const verification = z.object({ verification: freeText(3000), files: filesAnswer });

/** What was checked to see that the actions were done. */
export const verificationForm: Ask<FindingData, z.output<typeof verification>> = {
  schema: verification,
  fields: (_record, { locale, org }) => [
    longTextField(locale, {
      name: 'verification',
      label: findingWords.field.verification,
      hint: findingWords.field['verification.hint'],
      required: true,
    }),
    fileField(locale, { name: 'files', label: 'file.field.files' }, org),
  ],
};

const sentBack = z.object({ actions: z.array(z.string().max(60)).min(1).max(20), reason: freeText(3000) });

/** Which actions were not done as planned, and what is missing. */
export const sendBackForm: Ask<FindingData, z.output<typeof sentBack>> = {
  schema: sentBack,
  fields(record, { locale }) {
    const numbers = record?.data.raised.filter(({ round }) => round === record.round).map(({ number }) => number) ?? [];
    const options = numbers.map((number) => {
      const what = record?.data.capa.actions.find(({ id }) => number.endsWith(`-${id}`))?.what ?? '';
      return { value: number, label: `${number} ${what}` };
    });
    return [
      choiceField(
        locale,
        { name: 'actions', label: findingWords.field.sendBackAction, required: true, many: true },
        options,
      ),
      longTextField(locale, { name: 'reason', label: findingWords.field.reason, required: true }),
    ];
  },
};

const effect = z.object({ effect: freeText(3000) });

/** What the effectiveness review found, measured against the criterion. */
export const effectReviewForm: Ask<FindingData, z.output<typeof effect>> = {
  schema: effect,
  fields: (_record, { locale }) => [
    longTextField(locale, {
      name: 'effect',
      label: findingWords.field.effect,
      hint: findingWords.field['effect.hint'],
      required: true,
    }),
  ],
};
