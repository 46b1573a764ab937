import { z } from 'zod';
import { translate } from '../../../i18n/translate.ts';
import type { Ask } from '../../../records/declaration/ask.ts';
import { fileField, filesAnswer, longTextField, textField } from '../../../records/declaration/fields.ts';
import { freeText } from '../../../records/shape/free-text.ts';
import { type FindingData, kinds, sources } from '../finding-data.ts';
import { titleOf } from '../finding-title.ts';
import { findingWords } from '../words.ts';
import {
  belongingFields,
  criterionField,
  departmentField,
  kindField,
  sourceField,
  visibilities,
  visibilityField,
} from './classification-fields.ts';

const issue = z.object({
  title: freeText(200),
  kind: z.enum(kinds),
  department: z.string().max(100),
  criterion: freeText(1000),
  source: z.enum(sources),
  element: z.string().max(40).optional(),
  project: z.string().max(40).optional(),
  files: filesAnswer,
  visibility: z.enum(visibilities).default('open'),
});
export type Issued = z.output<typeof issue>;

/** QED's decisions when issuing a finding (R9, R16). */
export const issueForm: Ask<FindingData, Issued> = {
  schema: issue,
  fields: (record, view) => [
    textField(
      view.locale,
      { name: 'title', label: findingWords.field.title, required: true, max: 200 },
      record ? titleOf(record.data) : undefined,
    ),
    kindField(view, record?.data.suggestedKind, true),
    departmentField(view, record?.data.departmentId, true),
    criterionField(view, record?.data.criterion, true),
    sourceField(view, record?.data.source ?? 'other', true),
    ...belongingFields(view, record?.data),
    fileField(view.locale, { name: 'files', label: 'file.field.files' }, view.org),
    visibilityField(view, record?.restricted),
  ],
};

const question = z.object({ question: freeText(3000) });

/** The question for the reporter. */
export const questionForm: Ask<FindingData, z.output<typeof question>> = {
  schema: question,
  fields: (_record, { locale }) => [
    longTextField(locale, {
      name: 'question',
      label: findingWords.field.question,
      hint: findingWords.field['question.hint'],
      required: true,
    }),
  ],
};

const reply = z.object({ reply: freeText(3000) });

/** The reporter's answer, shown under the question. */
export const replyForm: Ask<FindingData, z.output<typeof reply>> = {
  schema: reply,
  intro: (record, { locale }) =>
    translate(locale, findingWords['question.intro'], { question: record?.data.questions.at(-1)?.text ?? '' }),
  fields: (_record, { locale }) => [
    longTextField(locale, { name: 'reply', label: findingWords.field.reply, required: true }),
  ],
};
