import { z } from 'zod';
import { translate } from '../../../i18n/translate.ts';
import type { Ask } from '../../../records/declaration/ask.ts';
import {
  choiceField,
  dateField,
  longTextField,
  namedOptions,
  optionsFrom,
  peopleOptions,
  personField,
  textField,
} from '../../../records/declaration/fields.ts';
import { freeText } from '../../../records/shape/free-text.ts';
import type { FindingData } from '../finding-data.ts';
import { findingWords } from '../words.ts';

const actionKinds = ['corrective', 'preventive'] as const;
const more = ['done', 'add'] as const;

const correction = z.object({ correction: freeText(3000), containment: freeText(3000).optional() });

/** Step 1: what removes the nonconformity itself, and what limits the damage. */
export const correctionForm: Ask<FindingData, z.output<typeof correction>> = {
  schema: correction,
  fields: (record, { locale }) => [
    longTextField(
      locale,
      {
        name: 'correction',
        label: findingWords.field.correction,
        hint: findingWords.field['correction.hint'],
        required: true,
      },
      record?.data.capa.correction,
    ),
    longTextField(
      locale,
      { name: 'containment', label: findingWords.field.containment, hint: findingWords.field['containment.hint'] },
      record?.data.capa.containment,
    ),
  ],
};

const cause = z.object({
  why1: freeText(1000),
  why2: freeText(1000).optional(),
  why3: freeText(1000).optional(),
  why4: freeText(1000).optional(),
  why5: freeText(1000).optional(),
  causeCategory: z.string().max(40),
  rootCause: freeText(1000),
});

/** Step 2: five whys, a category and the root cause. */
export const causeForm: Ask<FindingData, z.output<typeof cause>> = {
  schema: cause,
  fields: (record, { locale, org }) => [
    ...[1, 2, 3, 4, 5].map((count) => ({
      ...textField(
        locale,
        {
          name: `why${count}`,
          label: findingWords.field.why,
          required: count === 1,
          ...(count === 1 && { hint: findingWords.field['why1.hint'] }),
        },
        record?.data.capa.whys[count - 1],
      ),
      label: translate(locale, findingWords.field.why, { count }),
    })),
    choiceField(
      locale,
      { name: 'causeCategory', label: findingWords.field.causeCategory, required: true },
      namedOptions(org.settings.causeCategories, locale),
      record?.data.capa.causeCategory,
    ),
    textField(
      locale,
      {
        name: 'rootCause',
        label: findingWords.field.rootCause,
        hint: findingWords.field['rootCause.hint'],
        required: true,
      },
      record?.data.capa.rootCause,
    ),
  ],
};

const planned = z.object({
  kind: z.enum(actionKinds),
  action: freeText(1000),
  owner: z.string().max(100),
  dueDay: z.iso.date(),
  more: z.enum(more).default('done'),
});

/** Step 3: one action at a time, each with its owner and due date. */
export const actionForm: Ask<FindingData, z.output<typeof planned>> = {
  schema: planned,
  fields: (_record, { locale, org, viewer }) => [
    choiceField(
      locale,
      { name: 'kind', label: findingWords.field.actionKind, required: true },
      optionsFrom(locale, actionKinds, 'capa.actionKind'),
      'corrective',
    ),
    longTextField(locale, { name: 'action', label: findingWords.field.action, required: true, max: 1000 }),
    personField(
      locale,
      { name: 'owner', label: findingWords.field.actionOwner, required: true },
      peopleOptions(org.people, org, locale),
      viewer === null ? [] : [viewer],
    ),
    dateField(locale, { name: 'dueDay', label: findingWords.field.dueDay, required: true }),
    choiceField(
      locale,
      { name: 'more', label: findingWords.field.more, required: true },
      optionsFrom(locale, more, 'finding.more'),
      'done',
    ),
  ],
};

const removed = z.object({ action: z.string().max(20) });

/** The planned action to remove. */
export const removeActionForm: Ask<FindingData, z.output<typeof removed>> = {
  schema: removed,
  fields: (record, { locale }) => [
    choiceField(
      locale,
      { name: 'action', label: findingWords.field.removeAction, required: true },
      (record?.data.capa.actions ?? []).map(({ id, what }) => ({ value: id, label: `${id} ${what}` })),
    ),
  ],
};

const effect = z.object({ criterion: freeText(3000), reviewDay: z.iso.date().optional() });

/** Step 4: how to tell that it worked; the review day may be left to the default. */
export const effectForm: Ask<FindingData, z.output<typeof effect>> = {
  schema: effect,
  fields: (record, { locale }) => [
    longTextField(
      locale,
      {
        name: 'criterion',
        label: findingWords.field.effectCriterion,
        hint: findingWords.field['effectCriterion.hint'],
        required: true,
      },
      record?.data.capa.criterion,
    ),
    dateField(
      locale,
      { name: 'reviewDay', label: findingWords.field.reviewDay, hint: findingWords.field['reviewDay.hint'] },
      record?.data.capa.reviewDay,
    ),
  ],
};
