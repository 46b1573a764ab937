import { z } from 'zod';
import type { Ask } from '../../records/declaration/ask.ts';
import {
  choiceField,
  longTextField,
  optionsFrom,
  peopleOptions,
  personField,
  textField,
} from '../../records/declaration/fields.ts';
import { blankable } from '../../records/shape/answers.ts';
import { freeText } from '../../records/shape/free-text.ts';
import { isKnown } from './complainant-of.ts';
import { type ComplaintData, channels, reactions, severities, upheldAnswers } from './complaint-data.ts';
import { complaintWords } from './words.ts';

type Form<Input> = Ask<ComplaintData, Input>;

const person = z.string().max(100);

const assessed = z.object({
  severity: z.enum(severities),
  handlerId: person,
  accusedId: blankable(100),
});

/** Severity, handler and accused. */
export const assignForm: Form<z.output<typeof assessed>> = {
  schema: assessed,
  fields: (record, { locale, org }) => [
    choiceField(
      locale,
      { name: 'severity', label: complaintWords.field.severity, required: true },
      optionsFrom(locale, severities, 'complaint.severity'),
      record?.data.severity ?? 'minor',
    ),
    personField(
      locale,
      {
        name: 'handlerId',
        label: complaintWords.field.handler,
        hint: complaintWords.field['handler.hint'],
        required: true,
      },
      peopleOptions(org.people, org, locale),
      record?.data.handlerId === undefined ? [] : [record.data.handlerId],
    ),
    personField(
      locale,
      { name: 'accusedId', label: complaintWords.field.accused, hint: complaintWords.field['accused.hint'] },
      peopleOptions(org.people, org, locale),
      record?.data.accusedId === undefined ? [] : [record.data.accusedId],
    ),
  ],
};

const acknowledged = z.object({ how: z.enum(channels), contactName: blankable(120) });

/** How the complainant was told; and who they are, if not yet known. */
export const acknowledgeForm: Form<z.output<typeof acknowledged>> = {
  schema: acknowledged,
  fields: (record, { locale }) => [
    choiceField(
      locale,
      { name: 'how', label: complaintWords.field.how, required: true },
      optionsFrom(locale, channels, 'complaint.channel'),
      record?.data.channel === 'email' ? 'email' : 'phone',
    ),
    ...(record && isKnown(record.data)
      ? []
      : [
          textField(locale, {
            name: 'contactName',
            label: complaintWords.field.contact,
            hint: complaintWords.field['contact.hint'],
            max: 120,
          }),
        ]),
  ],
};

const answered = z.object({ upheld: z.enum(upheldAnswers), text: freeText(3000), remedy: blankable(1000) });

/** The result of the investigation, and the remedy offered. */
export const answerForm: Form<z.output<typeof answered>> = {
  schema: answered,
  fields: (_record, { locale }) => [
    choiceField(
      locale,
      { name: 'upheld', label: complaintWords.field.upheld, required: true },
      optionsFrom(locale, upheldAnswers, 'complaint.upheld'),
    ),
    longTextField(locale, { name: 'text', label: complaintWords.field.answer, required: true }),
    longTextField(locale, {
      name: 'remedy',
      label: complaintWords.field.remedy,
      hint: complaintWords.field['remedy.hint'],
      max: 1000,
    }),
  ],
};

const reacted = z.object({ reaction: z.enum(reactions), words: blankable(1000) });

/** The complainant's reaction. */
export const reactionForm: Form<z.output<typeof reacted>> = {
  schema: reacted,
  fields: (_record, { locale }) => [
    choiceField(
      locale,
      { name: 'reaction', label: complaintWords.field.reaction, required: true },
      optionsFrom(locale, reactions, 'complaint.reaction'),
    ),
    longTextField(locale, { name: 'words', label: complaintWords.field.words, max: 1000 }),
  ],
};
