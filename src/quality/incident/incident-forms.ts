import { z } from 'zod';
import type { Field } from '../../chat/form.ts';
import type { Ask } from '../../records/declaration/ask.ts';
import {
  choiceField,
  longTextField,
  namedOptions,
  optionsFrom,
  peopleOptions,
  personField,
  textField,
} from '../../records/declaration/fields.ts';
import type { View } from '../../records/declaration/record-context.ts';
import { blankable, orNothing, writtenTime } from '../../records/shape/answers.ts';
import { freeText } from '../../records/shape/free-text.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { channels, type IncidentData, kinds, places } from './incident-data.ts';
import { requesterText } from './requester.ts';
import { incidentWords } from './words.ts';

type Form<Input> = Ask<IncidentData, Input>;
type Known = RecordOf<IncidentData> | null;

const id = z.string().min(1).max(60);

/** When something happened; blank means now. */
export const timeAnswer = orNothing(writtenTime);

const described = z.object({
  kind: z.enum(kinds),
  title: freeText(200),
  project: id,
  requester: blankable(120),
  category: blankable(60),
  object: blankable(200),
  channel: z.enum(channels),
  place: z.enum(places).default('remote'),
  priority: id,
});
export const newAnswers = described.extend({ reported: timeAnswer });

export const updateForm: Form<z.output<typeof described>> = {
  schema: described,
  fields: (record, view) => describingFields(record, view),
};

/** The questions for every incident, with known answers filled in. */
export function describingFields(record: Known, { locale, org }: View): Field[] {
  const known = record?.data;
  const projects = org.projects.filter(({ id: own, active }) => active || own === known?.projectId);
  return [
    choiceField(
      locale,
      { name: 'kind', label: incidentWords.field.kind, required: true },
      optionsFrom(locale, kinds, 'incident.kind'),
      known?.kind ?? 'incident',
    ),
    textField(locale, { name: 'title', label: incidentWords.field.title, required: true, max: 200 }, known?.title),
    choiceField(
      locale,
      { name: 'project', label: 'record.field.project', required: true },
      namedOptions(projects, locale),
      known?.projectId,
    ),
    textField(
      locale,
      {
        name: 'requester',
        label: incidentWords.field.requester,
        hint: incidentWords.field['requester.hint'],
        max: 120,
      },
      known && requesterText(known, org, locale),
    ),
    choiceField(
      locale,
      { name: 'category', label: incidentWords.field.category },
      namedOptions(org.settings.incidentCategories, locale),
      known?.category,
    ),
    textField(locale, { name: 'object', label: incidentWords.field.object, max: 200 }, known?.object),
    choiceField(
      locale,
      { name: 'channel', label: incidentWords.field.channel, required: true },
      optionsFrom(locale, channels, 'incident.channel'),
      known?.channel ?? 'phone',
    ),
    choiceField(
      locale,
      { name: 'place', label: incidentWords.field.place, required: true },
      optionsFrom(locale, places, 'incident.place'),
      known?.place ?? 'remote',
    ),
    choiceField(
      locale,
      { name: 'priority', label: incidentWords.field.priority, required: true },
      namedOptions(org.settings.priorities, locale),
      known?.priority,
    ),
  ];
}

/** A question for a past time. */
export const timeField = (name: string, label: 'reported' | 'responded' | 'restored' | 'resolved', view: View): Field =>
  textField(view.locale, { name, label: incidentWords.field[label], hint: 'record.field.timeHint', max: 40 });

const engineerField = (record: Known, { locale, org, viewer }: View): Field => {
  const staff = org.people.filter(
    ({ id: own, roles }) => own === viewer || roles.some((role) => role === 'eng' || role === 'pl' || role === 'sd'),
  );
  const named = record?.data.engineerId ?? viewer;
  return personField(
    locale,
    { name: 'engineer', label: incidentWords.field.engineer, required: true },
    peopleOptions(staff, org, locale),
    named === null ? [] : [named],
  );
};

const assigned = z.object({ engineer: id });
export const assignForm: Form<z.output<typeof assigned>> = {
  schema: assigned,
  fields: (record, view) => [engineerField(record, view)],
};

const responded = assigned.extend({ at: timeAnswer });
export const respondForm: Form<z.output<typeof responded>> = {
  schema: responded,
  fields: (record, view) => [engineerField(record, view), timeField('at', 'responded', view)],
};

const restored = z.object({ at: timeAnswer });
export const restoreForm: Form<z.output<typeof restored>> = {
  schema: restored,
  fields: (_record, view) => [timeField('at', 'restored', view)],
};

const resolved = z.object({
  done: freeText(3000),
  place: z.enum(places).default('remote'),
  restored: timeAnswer,
  at: timeAnswer,
});
export const resolveForm: Form<z.output<typeof resolved>> = {
  schema: resolved,
  fields: (record, view) => [
    longTextField(view.locale, { name: 'done', label: incidentWords.field.done, required: true }, record?.data.done),
    choiceField(
      view.locale,
      { name: 'place', label: incidentWords.field.place, required: true },
      optionsFrom(view.locale, places, 'incident.place'),
      record?.data.place ?? 'remote',
    ),
    timeField('restored', 'restored', view),
    timeField('at', 'resolved', view),
  ],
};
