import { z } from 'zod';
import type { Field } from '../../../chat/form.ts';
import { choiceField, optionsFrom } from '../../../records/declaration/fields.ts';
import type { View } from '../../../records/declaration/record-context.ts';
import { kinds } from '../finding-data.ts';
import { findingWords } from '../words.ts';

/** A customer's complaint or suggestion is a record of its own type. */
const voices = ['complaint', 'suggestion'] as const;

/** What the shared form accepts: a kind of finding, or a customer's complaint or suggestion. */
export const doorSchema = z.enum([...kinds, ...voices]);

type Door = z.output<typeof doorSchema>;

/** Whether it is a customer's complaint or suggestion rather than a finding. */
export const isVoice = (kind: Door | undefined): kind is (typeof voices)[number] =>
  voices.some((voice) => voice === kind);

/** The kind as the reporter sees it; left out if they do not know. */
export const doorField = ({ locale }: Pick<View, 'locale'>): Field =>
  choiceField(
    locale,
    { name: 'suggestedKind', label: findingWords.field.door, hint: findingWords.field['door.hint'] },
    optionsFrom(locale, doorSchema.options, 'finding.door'),
  );

/** The suggested kind of a finding. */
export const findingKind = (kind: Door | undefined) =>
  kind === undefined || isVoice(kind) ? {} : { suggestedKind: kind };
