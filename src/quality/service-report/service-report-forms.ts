import { z } from 'zod';
import type { Field } from '../../chat/form.ts';
import { nameOf } from '../../org/organisation.ts';
import type { Ask } from '../../records/declaration/ask.ts';
import {
  choiceField,
  fileField,
  filesAnswer,
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
import { scoreAnswer, scores } from '../satisfaction/score.ts';
import { outcomes, type ServiceReportData } from './service-report-data.ts';
import { serviceReportWords } from './words.ts';

type Known = RecordOf<ServiceReportData> | null;

const id = z.string().min(1).max(60);
const time = orNothing(writtenTime);

/** The engineer's description of a visit. */
export const visitAnswers = z.object({
  title: freeText(200),
  project: id,
  contact: blankable(120),
  engineer: id,
  started: time,
  ended: time,
  done: freeText(3000),
  incident: blankable(60),
});
export type VisitAnswers = z.output<typeof visitAnswers>;

/** Questions about the visit, with known answers filled in; known times may be left blank. */
export function visitFields(record: Known, { locale, org, viewer }: View): Field[] {
  const known = record?.data;
  const projects = org.projects.filter(({ id: own, active }) => active || own === known?.projectId);
  const staff = org.people.filter(
    ({ id: own, roles }) =>
      own === viewer || own === known?.engineerId || roles.some((role) => role === 'eng' || role === 'pl'),
  );
  const contact = known && (contactText(known, org) ?? undefined);
  const line = (name: 'title' | 'incident', max: number, required: boolean) =>
    textField(locale, { name, label: serviceReportWords.field[name], required, max }, known?.[name]);
  const at = (name: 'started' | 'ended') =>
    textField(locale, {
      name,
      label: serviceReportWords.field[name],
      hint: known ? serviceReportWords.field['time.keep'] : 'record.field.timeHint',
      max: 40,
    });
  return [
    line('title', 200, true),
    choiceField(
      locale,
      { name: 'project', label: 'record.field.project', required: true },
      namedOptions(projects, locale),
      known?.projectId,
    ),
    textField(
      locale,
      {
        name: 'contact',
        label: serviceReportWords.field.contact,
        hint: serviceReportWords.field['contact.hint'],
        max: 120,
      },
      contact,
    ),
    personField(
      locale,
      { name: 'engineer', label: serviceReportWords.field.engineer, required: true },
      peopleOptions(staff, org, locale),
      [known?.engineerId ?? viewer ?? ''],
    ),
    at('started'),
    at('ended'),
    longTextField(locale, { name: 'done', label: serviceReportWords.field.done, required: true }, known?.done),
    ...(record ? [] : [line('incident', 60, false)]),
  ];

  function contactText({ contactId, contactName }: ServiceReportData, served: View['org']) {
    const found = contactId === null ? undefined : served.contact(contactId)?.contact;
    return found ? nameOf(found.name, locale) : contactName;
  }
}

export const prepareForm: Ask<ServiceReportData, VisitAnswers> = {
  schema: visitAnswers,
  fields: (record, view) => visitFields(record, view),
};

const score = orNothing(scoreAnswer);

const paperAnswers = z.object({
  outcome: z.enum(outcomes),
  signer: blankable(60),
  post: blankable(60),
  score,
  engineerScore: score,
  comment: blankable(2000),
  remark: blankable(1000),
  at: time,
  files: filesAnswer,
});
export type PaperAnswers = z.output<typeof paperAnswers>;

/** A report signed or stamped on paper: a photo, and what it says. */
export const paperForm: Ask<ServiceReportData, PaperAnswers> = {
  schema: paperAnswers,
  fields: (record, { locale, org }) => {
    const options = scores.map((one) => ({ value: String(one), label: `${one} · ${words(one)}` }));
    const rating = (name: 'score' | 'engineerScore') =>
      choiceField(locale, { name, label: serviceReportWords.field[name] }, options);
    const line = (name: 'signer' | 'post', known?: string) =>
      textField(locale, { name, label: serviceReportWords.field[name], max: 60 }, known);
    return [
      choiceField(
        locale,
        { name: 'outcome', label: serviceReportWords.field.outcome, required: true },
        optionsFrom(locale, outcomes, 'serviceReport.outcome'),
        'signed',
      ),
      line('signer', signerOf(record)?.name),
      line('post', signerOf(record)?.post),
      rating('score'),
      rating('engineerScore'),
      longTextField(locale, { name: 'comment', label: serviceReportWords.field.comment, max: 2000 }),
      textField(locale, {
        name: 'remark',
        label: serviceReportWords.field.remark,
        hint: serviceReportWords.field['remark.hint'],
        max: 1000,
      }),
      textField(locale, {
        name: 'at',
        label: serviceReportWords.field.signedAt,
        hint: 'record.field.timeHint',
        max: 40,
      }),
      fileField(locale, { name: 'files', label: serviceReportWords.field.photo }, org),
    ];

    function words(one: (typeof scores)[number]) {
      return optionsFrom(locale, [String(one)], 'satisfaction.score')[0]?.label ?? '';
    }
    function signerOf(known: Known) {
      const contact = org.contact(known?.data.contactId ?? '')?.contact;
      return contact && { name: nameOf(contact.name, locale), post: contact.title };
    }
  },
};
