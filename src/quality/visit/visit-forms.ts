import { z } from 'zod';
import type { Field } from '../../chat/form.ts';
import type { Ask } from '../../records/declaration/ask.ts';
import {
  choiceField,
  dateField,
  longTextField,
  namedOptions,
  optionsFrom,
  peopleOptions,
  personField,
  textField,
} from '../../records/declaration/fields.ts';
import type { View } from '../../records/declaration/record-context.ts';
import { reasonForm } from '../../records/declaration/word-forms.ts';
import { blankable } from '../../records/shape/answers.ts';
import { freeText } from '../../records/shape/free-text.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { slaAnswers, type VisitData } from './visit-data.ts';
import { visitWords } from './words.ts';

type Form<Input> = Ask<VisitData, Input>;
type Known = RecordOf<VisitData> | null;

const person = z.string().max(100);

/** The questions for a visit planned by hand; the schedule raises one with `planned`. */
export const newVisit = z.object({
  customerId: z.string().max(60),
  dueDay: z.iso.date(),
  purpose: blankable(500),
  planned: z.boolean().default(false),
});

export const newVisitForm: Form<z.output<typeof newVisit>> = {
  schema: newVisit,
  fields: (_record, { locale, org }) => [
    choiceField(
      locale,
      { name: 'customerId', label: 'record.field.customer', required: true },
      namedOptions(
        org.customers.filter(({ active }) => active),
        locale,
      ),
    ),
    dateField(locale, { name: 'dueDay', label: visitWords.field.due, required: true }),
    textField(locale, { name: 'purpose', label: visitWords.field.purpose, max: 500 }),
  ],
};

const participantsField = (record: Known, { locale, org }: View): Field =>
  personField(
    locale,
    {
      name: 'participantIds',
      label: visitWords.field.participants,
      hint: visitWords.field['participants.hint'],
      required: true,
      many: true,
    },
    peopleOptions(org.people, org, locale),
    record?.data.participantIds,
  );

const agreed = z.object({ onDay: z.iso.date(), participantIds: z.array(person).min(1).max(20) });

/** The day that suits the customer, and who goes. */
export const agreeForm: Form<z.output<typeof agreed>> = {
  schema: agreed,
  fields: (record, view) => [
    dateField(view.locale, { name: 'onDay', label: visitWords.field.on, required: true }, record?.data.onDay),
    participantsField(record, view),
  ],
};

const written = z.object({
  onDay: z.iso.date(),
  participantIds: z.array(person).min(1).max(20),
  met: freeText(500),
  notes: freeText(3000),
  sla: z.enum(slaAnswers),
  slaNote: blankable(1000),
  newServices: blankable(1000),
});

/** 拜访记录 with 客户反馈信息 (R38, R41). */
export const writeForm: Form<z.output<typeof written>> = {
  schema: written,
  fields: (record, view) => {
    const { locale } = view;
    const { onDay, met, notes, feedback } = record?.data ?? {};
    return [
      dateField(locale, { name: 'onDay', label: visitWords.field.held, required: true }, onDay),
      participantsField(record, view),
      textField(
        locale,
        { name: 'met', label: visitWords.field.met, hint: visitWords.field['met.hint'], required: true, max: 500 },
        met,
      ),
      longTextField(locale, { name: 'notes', label: visitWords.field.notes, required: true }, notes),
      choiceField(
        locale,
        { name: 'sla', label: visitWords.field.sla, required: true },
        optionsFrom(locale, slaAnswers, 'visit.sla'),
        feedback?.sla,
      ),
      longTextField(locale, { name: 'slaNote', label: visitWords.field.slaNote, max: 1000 }, feedback?.slaNote),
      longTextField(
        locale,
        { name: 'newServices', label: visitWords.field.newServices, max: 1000 },
        feedback?.newServices,
      ),
    ];
  },
};

const promised = z.object({ what: freeText(1000), ownerId: person, dueDay: z.iso.date() });

/** What was promised to the customer, by whom and by when. */
export const commitForm: Form<z.output<typeof promised>> = {
  schema: promised,
  fields: (_record, { locale, org }) => [
    longTextField(locale, { name: 'what', label: visitWords.field.commitment, required: true, max: 1000 }),
    personField(
      locale,
      { name: 'ownerId', label: visitWords.field.commitmentOwner, required: true },
      peopleOptions(org.people, org, locale),
    ),
    dateField(locale, { name: 'dueDay', label: visitWords.field.commitmentDue, required: true }),
  ],
};

/** Why the visit is canceled. */
export const cancelForm = reasonForm(visitWords.field.cancellation);
