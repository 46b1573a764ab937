import { z } from 'zod';
import type { Form } from '../../src/chat/form.ts';
import { readMinutes, writeMinutes } from '../../src/org/customers/duration.ts';
import { nameOf, type Project } from '../../src/org/organisation.ts';
import {
  choiceField,
  dateField,
  namedOptions,
  numberField,
  optionsFrom,
  peopleOptions,
  personField,
  textField,
} from '../../src/records/declaration/fields.ts';
import { blankable } from '../../src/records/shape/answers.ts';
import type { Asker } from './entitled.ts';
import { activeAnswer, activeField, dayAnswer, idAnswer, nameAnswer, namedForm } from './form-parts.ts';

export const projectAnswers = z
  .object({
    zh: nameAnswer,
    en: blankable(120),
    customer: idAnswer,
    department: idAnswer,
    lead: z.string().min(1).max(60),
    start: dayAnswer,
    contract: blankable(60),
    from: dayAnswer,
    to: dayAnswer,
    active: activeAnswer,
  })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], error: 'served.line.contractOrder' });

/** The first form of a project: everything but its SLA, specialties and contacts. */
export function projectForm(context: Asker, project?: Project, customer = project?.customer): Form {
  const { locale, org } = context;
  const { name, department, lead, start, contract } = project ?? {};
  const leads = org.people.filter(
    ({ id, roles }) => id === lead || roles.includes('pl') || roles.includes('omdManager'),
  );
  const customers = org.customers.filter((each) => each.active || each.id === customer);
  return namedForm(
    'project.save',
    project ? 'served.project.edit' : 'served.project.new',
    [
      textField(locale, { name: 'zh', label: 'served.field.project', required: true, max: 120 }, name?.zh),
      textField(locale, { name: 'en', label: 'served.field.projectEn', max: 120 }, name?.en),
      choiceField(
        locale,
        { name: 'customer', label: 'served.field.customer' },
        namedOptions(customers, locale),
        customer,
      ),
      choiceField(
        locale,
        { name: 'department', label: 'served.field.department' },
        namedOptions(org.departments, locale),
        department,
      ),
      personField(
        locale,
        { name: 'lead', label: 'served.field.lead', required: true },
        peopleOptions(leads, org, locale),
        lead === undefined ? [] : [lead],
      ),
      dateField(locale, { name: 'start', label: 'served.field.start' }, start),
      textField(locale, { name: 'contract', label: 'served.field.contractNumber', max: 60 }, contract?.number),
      dateField(locale, { name: 'from', label: 'served.field.contractFrom' }, contract?.from),
      dateField(locale, { name: 'to', label: 'served.field.contractTo' }, contract?.to),
      ...(project ? [activeField(context, project.active)] : []),
    ],
    project ? { id: project.id } : {},
    context,
  );
}

const SEPARATOR = /\s*[/／,，]\s*/;
const targetAnswer = z
  .string()
  .max(40)
  .optional()
  .transform((said, issues) => {
    if (said === undefined || said.trim() === '') return undefined;
    const [response = '', resolution = '', ...rest] = said.trim().split(SEPARATOR);
    const read = { response: readMinutes(response), resolution: readMinutes(resolution) };
    if (rest.length > 0 || read.response === null || read.resolution === null) {
      issues.addIssue({ code: 'custom', message: 'served.form.badTarget' });
      return undefined;
    }
    return { response: read.response, resolution: read.resolution };
  });

export const slaAnswers = z.object({
  calendar: z.enum(['7x24', 'working']),
  goal: z.coerce.number().min(0).max(100),
});
/** `target0` is the first priority's. */
export const targetAnswers = z.object(
  Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`target${index}`, targetAnswer])),
);

/** The form of a project's SLA: a blank priority uses the target from the settings. */
export function slaForm(context: Asker, project: Project): Form {
  const { locale, org } = context;
  const { sla } = project;
  return namedForm(
    'project.saveSla',
    'served.editSla',
    [
      choiceField(
        locale,
        { name: 'calendar', label: 'served.field.calendar', required: true },
        optionsFrom(locale, ['7x24', 'working'], 'served.calendar'),
        sla.calendar,
      ),
      numberField(
        locale,
        { name: 'goal', label: 'served.field.goal', hint: 'served.hint.goal', required: true, min: 0, max: 100 },
        sla.goal,
      ),
      ...org.settings.priorities.slice(0, 8).map(({ id, name }, index) => {
        const target = sla.targets[id];
        const initial = target && `${writeMinutes(target.response)} / ${writeMinutes(target.resolution)}`;
        const field = textField(
          locale,
          { name: `target${index}`, label: 'served.field.target', hint: 'served.hint.target', max: 40 },
          initial,
        );
        return { ...field, label: `${nameOf(name, locale)} · ${field.label}` };
      }),
    ],
    { id: project.id },
    context,
  );
}

export const specialtyAnswers = z.object({ zh: nameAnswer, en: blankable(120), lead: z.string().min(1).max(60) });

/** The form of one specialty; without an id, for a new one. */
export function specialtyForm(context: Asker, project: Project, id?: string): Form {
  const { locale, org } = context;
  const known = project.specialties.find((each) => each.id === id);
  const leads = org.people.filter((person) => person.id === known?.lead || person.roles.includes('pl'));
  return namedForm(
    'project.saveSpecialty',
    known ? 'served.specialty.edit' : 'served.addSpecialty',
    [
      textField(locale, { name: 'zh', label: 'served.field.specialty', required: true, max: 120 }, known?.name.zh),
      textField(locale, { name: 'en', label: 'served.field.specialtyEn', max: 120 }, known?.name.en),
      personField(
        locale,
        { name: 'lead', label: 'served.field.specialtyLead', required: true },
        peopleOptions(leads, org, locale),
        known ? [known.lead] : [],
      ),
    ],
    { id: project.id, ...(known && { specialty: known.id }) },
    context,
  );
}

export const contactsAnswers = z.object({
  first: idAnswer,
  others: z.array(z.string().max(60)).max(100).default([]),
});

/** Which of the customer's contacts are the project's, and who is asked first. */
export function projectContactsForm(context: Asker, project: Project): Form {
  const { locale, org } = context;
  const all = (project.customer === undefined ? undefined : org.customer(project.customer))?.contacts ?? [];
  const options = namedOptions(
    all.filter(({ active }) => active),
    locale,
  );
  const [first, ...others] = project.contacts;
  const many = choiceField(locale, { name: 'others', label: 'served.field.otherContacts', many: true }, options);
  return namedForm(
    'project.saveContacts',
    'served.chooseContacts',
    [
      choiceField(locale, { name: 'first', label: 'served.field.firstContact' }, options, first),
      many.kind === 'choice' && others.length > 0 ? { ...many, initial: others } : many,
    ],
    { id: project.id },
    context,
  );
}
