import { z } from 'zod';
import type { Ask } from '../../records/declaration/ask.ts';
import {
  choiceField,
  filesAnswer,
  longTextField,
  namedOptions,
  optionsFrom,
  peopleOptions,
  personField,
  textField,
} from '../../records/declaration/fields.ts';
import { blankable, orNothing, writtenTime } from '../../records/shape/answers.ts';
import { freeText } from '../../records/shape/free-text.ts';
import { type ComplaintData, channels, kinds } from './complaint-data.ts';
import { complaintWords } from './words.ts';

const id = z.string().trim().max(60);
const person = z.string().max(100);

/** The questions for a new complaint; records that raise one use the same. */
export const newComplaint = z.object({
  kind: z.enum(kinds),
  what: freeText(3000),
  projectId: id.nullish(),
  customerId: id.nullish(),
  contactId: id.nullish(),
  contactName: blankable(120),
  about: blankable(60).transform((number) => number?.toUpperCase()),
  channel: z.enum(channels),
  accusedId: blankable(100),
  received: orNothing(writtenTime),
  /** Who recorded it, if a record raises it. */
  receiverId: person.nullish(),
  /** The records that show it, and that the customer's words have not been recorded yet, if a call-back raises it. */
  evidence: z.array(id).max(10).default([]),
  wordless: z.boolean().default(false),
  /** Extra fields when it comes in through the shared form: place, files, notes, and whether it is restricted. */
  where: freeText(1000).optional(),
  files: filesAnswer,
  noted: z.array(freeText(3000)).max(2).default([]),
  restricted: z.boolean().default(false),
});

export const newComplaintForm: Ask<ComplaintData, z.output<typeof newComplaint>> = {
  schema: newComplaint,
  fields: (_record, { locale, org }) => [
    choiceField(
      locale,
      { name: 'kind', label: complaintWords.field.kind, required: true },
      optionsFrom(locale, kinds, 'complaint.kind'),
      'complaint',
    ),
    longTextField(locale, { name: 'what', label: complaintWords.field.what, required: true, max: 2000 }),
    ...(org.projects.length === 0
      ? []
      : [
          choiceField(
            locale,
            { name: 'projectId', label: 'record.field.project', hint: complaintWords.field['project.hint'] },
            namedOptions(
              org.projects.filter(({ active }) => active),
              locale,
            ),
          ),
        ]),
    ...(org.customers.length === 0
      ? []
      : [
          choiceField(
            locale,
            { name: 'customerId', label: 'record.field.customer' },
            namedOptions(
              org.customers.filter(({ active }) => active),
              locale,
            ),
          ),
        ]),
    textField(locale, {
      name: 'contactName',
      label: complaintWords.field.contact,
      hint: complaintWords.field['contact.hint'],
      max: 120,
    }),
    choiceField(
      locale,
      { name: 'channel', label: complaintWords.field.channel, required: true },
      optionsFrom(locale, channels, 'complaint.channel'),
      'phone',
    ),
    textField(locale, {
      name: 'about',
      label: complaintWords.field.about,
      hint: complaintWords.field['about.hint'],
      max: 60,
    }),
    personField(
      locale,
      { name: 'accusedId', label: complaintWords.field.accused, hint: complaintWords.field['accused.hint'] },
      peopleOptions(org.people, org, locale),
    ),
    textField(locale, {
      name: 'received',
      label: complaintWords.field.received,
      hint: complaintWords.field['time.hint'],
      max: 40,
    }),
  ],
};
