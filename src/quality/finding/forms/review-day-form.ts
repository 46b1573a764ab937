import { z } from 'zod';
import type { Ask } from '../../../records/declaration/ask.ts';
import { choiceField, dateField, optionsFrom } from '../../../records/declaration/fields.ts';
import type { FindingData } from '../finding-data.ts';
import { findingWords } from '../words.ts';

const reviews = ['on', 'none'] as const;
const review = z.object({ review: z.enum(reviews), reviewDay: z.iso.date().optional() });

/** Whether, and when, the effectiveness is reviewed; without a review the verification closes the finding. */
export const reviewDayForm: Ask<FindingData, z.output<typeof review>> = {
  schema: review,
  fields(record, { locale }) {
    const day = record?.data.capa.reviewDay;
    return [
      choiceField(
        locale,
        { name: 'review', label: findingWords.field.review, required: true },
        optionsFrom(locale, reviews, 'finding.reviewChoice'),
        day === undefined ? 'none' : 'on',
      ),
      dateField(locale, { name: 'reviewDay', label: findingWords.field.reviewDay }, day),
    ];
  },
};
