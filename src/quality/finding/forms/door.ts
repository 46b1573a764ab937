import { z } from 'zod';
import type { Field } from '../../../chat/form.ts';
import { choiceField, optionsFrom } from '../../../records/declaration/fields.ts';
import type { View } from '../../../records/declaration/record-context.ts';
import { kinds } from '../finding-data.ts';
import { findingWords } from '../words.ts';

/** What a customer says is a record of its own, whose kind it names. */
const voices = ['complaint', 'suggestion'] as const;

/** What may come in by this door: a finding of a kind, or what a customer says. */
export const doorSchema = z.enum([...kinds, ...voices]);

type Door = z.output<typeof doorSchema>;

/** Whether it is what a customer says, and no finding. */
export const isVoice = (kind: Door | undefined): kind is (typeof voices)[number] =>
  voices.some((voice) => voice === kind);

/** Of what kind the reporter takes it to be; whoever does not know leaves it out. */
export const doorField = ({ locale }: Pick<View, 'locale'>): Field =>
  choiceField(
    locale,
    { name: 'suggestedKind', label: findingWords.field.door, hint: findingWords.field['door.hint'] },
    optionsFrom(locale, doorSchema.options, 'finding.door'),
  );

/** The kind that is suggested for a finding. */
export const findingKind = (kind: Door | undefined) =>
  kind === undefined || isVoice(kind) ? {} : { suggestedKind: kind };
