import type { Answers, Form } from '../../src/chat/form.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { freshId } from '../../src/org/customers/naming.ts';
import { projectSchema } from '../../src/org/customers/project-shape.ts';
import type { Project } from '../../src/org/organisation.ts';
import { withAnswers } from '../../src/records/card/draw-form.ts';
import { parseAnswers } from '../../src/records/declaration/parse-answers.ts';
import type { Context } from '../context.ts';
import { fieldErrors, refuse } from '../replies.ts';
import { mayKeep, mayKeepProjectContacts } from './entitled.ts';
import { withoutEmpty } from './form-parts.ts';
import {
  contactsAnswers,
  projectAnswers,
  projectContactsForm,
  projectForm,
  slaAnswers,
  slaForm,
  specialtyAnswers,
  specialtyForm,
  targetAnswers,
} from './project-forms.ts';
import { saveCustomerData, withItem } from './save-customer-data.ts';
import { showProject } from './show-customer.ts';

/** The first form of a project, submitted: for a new project, its SLA form follows. */
export async function saveProject(id: string | undefined, answers: Answers, context: Context): Promise<Reply> {
  if (!mayKeep(context)) return refuse(context, { key: 'served.refusal.keep' });
  const stored = id === undefined ? undefined : context.org.project(id);
  if (id !== undefined && !stored) return refuse(context, { key: 'served.refusal.gone' });
  const form = withAnswers(projectForm(context, stored), answers);
  const parsed = parseAnswers(projectAnswers, answers);
  if (!parsed.ok) return errorsOf(form, parsed.errors, context);
  const { zh, en, contract: number, from, to, active, ...rest } = parsed.input;
  const contract = withoutEmpty({ number, from, to });
  const said = {
    ...rest,
    name: { zh, en: en ?? zh },
    contract: Object.keys(contract).length > 0 ? contract : undefined,
    active: active === 'yes',
  };
  let saved = id ?? '';
  const outcome = await saveCustomerData(
    (data) => {
      const known = data.projects.find((each) => each.id === id);
      saved = known?.id ?? freshId('', said.name.en, 'project', new Set(data.projects.map((each) => each.id)));
      const base = known ?? projectSchema.parse({ id: saved, name: said.name, lead: said.lead });
      const own = data.customers.find((each) => each.id === said.customer)?.contacts ?? [];
      const contacts = base.contacts.filter((each) => own.some((contact) => contact.id === each));
      return { ...data, projects: withItem(data.projects, withoutEmpty({ ...base, ...said, contacts })) };
    },
    form,
    context,
  );
  if ('reply' in outcome) return outcome.reply;
  const project = outcome.saved.org.project(saved);
  if (!stored && project) return { kind: 'form', form: slaForm(outcome.saved, project) };
  return showProject(saved, outcome.saved);
}

/** The form of an SLA, submitted. */
export async function saveSla(id: string, answers: Answers, context: Context): Promise<Reply> {
  const stored = context.org.project(id);
  if (!stored) return refuse(context, { key: 'served.refusal.gone' });
  if (!mayKeep(context)) return refuse(context, { key: 'served.refusal.keep' });
  const form = withAnswers(slaForm(context, stored), answers);
  const parsed = parseAnswers(slaAnswers, answers);
  const targeted = parseAnswers(targetAnswers, answers);
  if (!parsed.ok || !targeted.ok) {
    const errors = { ...(parsed.ok ? {} : parsed.errors), ...(targeted.ok ? {} : targeted.errors) };
    return errorsOf(form, errors, context);
  }
  const { calendar, goal } = parsed.input;
  const given = context.org.settings.priorities.flatMap((priority, index) => {
    const target = targeted.input[`target${index}`];
    return target === undefined ? [] : [[priority.id, target] as const];
  });
  const sla = { ...stored.sla, calendar, goal, targets: Object.fromEntries(given) };
  return saveInto(id, (project) => ({ ...project, sla: { ...project.sla, ...sla } }), form, context);
}

/** The form of a specialty, submitted. */
export async function saveSpecialty(
  { id, specialty }: { readonly id: string; readonly specialty?: string | undefined },
  answers: Answers,
  context: Context,
): Promise<Reply> {
  const stored = context.org.project(id);
  if (!stored) return refuse(context, { key: 'served.refusal.gone' });
  if (!mayKeep(context)) return refuse(context, { key: 'served.refusal.keep' });
  const form = withAnswers(specialtyForm(context, stored, specialty), answers);
  const parsed = parseAnswers(specialtyAnswers, answers);
  if (!parsed.ok) return errorsOf(form, parsed.errors, context);
  const { zh, en = zh, lead } = parsed.input;
  return saveInto(
    id,
    (project) => {
      const { specialties } = project;
      const known = specialties.find((each) => each.id === specialty)?.id;
      const own = known ?? freshId('', en, 'specialty', new Set(specialties.map((each) => each.id)));
      return { ...project, specialties: withItem(specialties, { id: own, name: { zh, en }, lead }) };
    },
    form,
    context,
  );
}

/** The choice of a project's contacts, submitted. */
export async function saveProjectContacts(id: string, answers: Answers, context: Context): Promise<Reply> {
  const stored = context.org.project(id);
  if (!stored) return refuse(context, { key: 'served.refusal.gone' });
  if (!mayKeepProjectContacts(id, context)) return refuse(context, { key: 'served.refusal.contacts' });
  const form = withAnswers(projectContactsForm(context, stored), answers);
  const parsed = parseAnswers(contactsAnswers, answers);
  if (!parsed.ok) return errorsOf(form, parsed.errors, context);
  const { first, others } = parsed.input;
  const contacts = [...new Set([...(first === undefined ? [] : [first]), ...others])];
  return saveInto(id, (project) => ({ ...project, contacts }), form, context);
}

async function saveInto(id: string, edit: (project: Project) => Project, form: Form, context: Context): Promise<Reply> {
  const outcome = await saveCustomerData(
    (data) => ({ ...data, projects: data.projects.map((each) => (each.id === id ? edit(each) : each)) }),
    form,
    context,
  );
  return 'reply' in outcome ? outcome.reply : showProject(id, outcome.saved);
}

const errorsOf = (form: Form, errors: Parameters<typeof fieldErrors>[1], context: Context): Reply => ({
  kind: 'errors',
  form,
  errors: fieldErrors(context, errors),
});
