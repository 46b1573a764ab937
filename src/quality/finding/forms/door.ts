import { z } from 'zod';
import type { Field } from '../../../chat/form.ts';
import type { Destination } from '../../../records/declaration/creation.ts';
import type { View } from '../../../records/declaration/record-context.ts';
import { choiceField, optionsFrom } from '../../../records/fields.ts';
import { kinds } from '../finding-data.ts';
import { findingWords } from '../words.ts';
import type { Reported } from './new-finding-form.ts';

/** What a customer says is a record of its own, whose kind it names. */
const voices = ['complaint', 'suggestion'] as const;

/** What may come in by this door: a finding of a kind, or what a customer says. */
export const doorSchema = z.enum([...kinds, ...voices]);

const isVoice = (kind: Reported['suggestedKind']): kind is (typeof voices)[number] =>
  voices.some((voice) => voice === kind);

/** Of what kind the reporter takes it to be; whoever does not know leaves it out. */
export const doorField = ({ locale }: Pick<View, 'locale'>): Field =>
  choiceField(
    locale,
    { name: 'suggestedKind', label: findingWords.field.door, hint: findingWords.field['door.hint'] },
    optionsFrom(locale, doorSchema.options, 'finding.door'),
  );

/** The kind that is suggested for a finding. */
export const findingKind = (kind: Reported['suggestedKind']) =>
  kind === undefined || isVoice(kind) ? {} : { suggestedKind: kind };

/** A customer's complaint or suggestion, with all that was written of it. */
export function voiceTold(said: Reported): Destination | null {
  const { suggestedKind: kind, what, where, project, files, visibility } = said;
  if (!isVoice(kind)) return null;
  return {
    type: 'complaint',
    answers: {
      kind,
      what,
      where,
      projectId: project,
      channel: 'other',
      files,
      restricted: visibility === 'restricted',
      noted: [said.criterion, said.evidence].filter((text) => text !== undefined),
    },
  };
}
