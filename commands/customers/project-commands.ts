import { z } from 'zod';
import type { Form } from '../../src/chat/form.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Project } from '../../src/org/organisation.ts';
import { type Command, command } from '../command.ts';
import type { Context } from '../context.ts';
import { refuse } from '../replies.ts';
import { mayKeep, mayKeepProjectContacts } from './entitled.ts';
import { nameCommands } from './name-commands.ts';
import { projectContactsForm, projectForm, slaForm, specialtyForm } from './project-forms.ts';
import { saveProject, saveProjectContacts, saveSla, saveSpecialty } from './save-project.ts';

const short = z.string().max(60);
/** What a button or a form is about; it comes back from the platform, so it is only a hint. */
const hint = z.object({ id: short.optional(), specialty: short.optional(), customer: short.optional() }).catch({});

/** A form about an existing project, for those who maintain projects. */
function formOf(id: string, context: Context, form: (project: Project) => Form): Reply {
  const project = context.org.project(id);
  if (!project) return refuse(context, { key: 'served.refusal.gone' });
  if (!mayKeep(context)) return refuse(context, { key: 'served.refusal.keep' });
  return { kind: 'form', form: form(project) };
}

/** The form of a project; for a new one, of the customer whose card has the button. */
function openForm(id: string | undefined, context: Context, value: Readonly<Record<string, unknown>> = {}): Reply {
  if (id !== undefined) return formOf(id, context, (project) => projectForm(context, project));
  if (!mayKeep(context)) return refuse(context, { key: 'served.refusal.keep' });
  return { kind: 'form', form: projectForm(context, undefined, hint.parse(value).customer) };
}

/** Projects, their contacts, service levels and specialties. */
export const projectCommands: readonly Command[] = [
  ...nameCommands('project', openForm),
  command({
    id: 'project.save',
    value: hint,
    submit: (answers, { id }, _submit, context) => saveProject(id, answers, context),
  }),
  command({
    id: 'project.contacts',
    value: hint,
    press: ({ id = '' }, _press, context) => {
      const project = context.org.project(id);
      if (!project) return refuse(context, { key: 'served.refusal.gone' });
      if (!mayKeepProjectContacts(id, context)) return refuse(context, { key: 'served.refusal.contacts' });
      return { kind: 'form', form: projectContactsForm(context, project) };
    },
  }),
  command({
    id: 'project.saveContacts',
    value: hint,
    submit: (answers, { id = '' }, _submit, context) => saveProjectContacts(id, answers, context),
  }),
  command({
    id: 'project.sla',
    value: hint,
    press: ({ id = '' }, _press, context) => formOf(id, context, (project) => slaForm(context, project)),
  }),
  command({
    id: 'project.saveSla',
    value: hint,
    submit: (answers, { id = '' }, _submit, context) => saveSla(id, answers, context),
  }),
  command({
    id: 'project.specialty',
    value: hint,
    press: ({ id = '', specialty }, _press, context) =>
      formOf(id, context, (project) => specialtyForm(context, project, specialty)),
  }),
  command({
    id: 'project.saveSpecialty',
    value: hint,
    submit: (answers, { id = '', specialty }, _submit, context) => saveSpecialty({ id, specialty }, answers, context),
  }),
];
