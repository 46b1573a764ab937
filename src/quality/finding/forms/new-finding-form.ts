import { z } from 'zod';
import { translate } from '../../../i18n/translate.ts';
import type { Ask } from '../../../records/declaration/ask.ts';
import { fileField, filesAnswer, longTextField, textField } from '../../../records/declaration/fields.ts';
import { type FindingData, findingData } from '../finding-data.ts';
import { findingWords } from '../words.ts';
import { criterionField, projectField, visibilities, visibilityField } from './classification-fields.ts';
import { doorField, doorSchema } from './door.ts';

/** The questions for the reporter. */
export const reportedFinding = findingData
  .pick({ what: true, where: true, source: true, element: true, criterion: true, evidence: true })
  .extend({
    suggestedKind: doorSchema.optional(),
    project: z.string().max(40).optional(),
    files: filesAnswer,
    visibility: z.enum(visibilities).default('open'),
  });

/** The reporter's answers. */
export type Reported = z.output<typeof reportedFinding>;

/** One form for everything (R30): what was seen and where, and what it is if the reporter knows; the rest can wait for triage. */
export const newFindingForm: Ask<FindingData, Reported> = {
  schema: reportedFinding,
  intro: (_record, { locale }) => translate(locale, findingWords.new.intro),
  fields: (_record, view) => {
    const { locale } = view;
    return [
      longTextField(locale, {
        name: 'what',
        label: findingWords.field.what,
        hint: findingWords.field['what.hint'],
        required: true,
      }),
      textField(locale, {
        name: 'where',
        label: findingWords.field.where,
        hint: findingWords.field['where.hint'],
        required: true,
      }),
      doorField(view),
      fileField(locale, { name: 'files', label: 'file.field.files' }, view.org),
      ...projectField(view),
      criterionField(view),
      longTextField(locale, { name: 'evidence', label: findingWords.field.evidence }),
      visibilityField(view),
    ];
  },
};
