import { z } from 'zod';
import type { Interaction } from '../../src/chat/interaction.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { findNamed } from '../../src/org/served/naming.ts';
import type { Context } from '../context.ts';
import { refuse } from '../replies.ts';
import { verbOf } from '../words.ts';
import { contactForm, customerForm } from './customer-forms.ts';
import { mayKeep, mayKeepContacts, mayKeepProjectContacts } from './entitled.ts';
import { projectContactsForm, projectForm, slaForm, specialtyForm } from './project-forms.ts';
import { saveContact, saveCustomer } from './save-customer.ts';
import { saveProject, saveProjectContacts, saveSla, saveSpecialty } from './save-project.ts';
import { type ServedNoun, servedLike, servedList } from './served-list.ts';
import { showCustomer, showProject } from './show-served.ts';

const nouns: Readonly<Record<ServedNoun, readonly string[]>> = {
  customer: ['customer', 'customers', '客户'],
  project: ['project', 'projects', '项目'],
};
const editWords = ['edit', 'change', '修改', '编辑'];

const nounOf = (word: string): ServedNoun | undefined =>
  (['customer', 'project'] as const).find((noun) => nouns[noun].includes(word.toLowerCase()));

/** `/customer list 地铁`, `/project new`, `/project metro-3`, `客户`; null for what names neither. */
export function answerServed(text: string, context: Context): Reply | Promise<Reply> | null {
  const [first = '', ...words] = text.split(/\s+/);
  const noun = nounOf(first);
  if (!noun) return null;
  const [word = '', ...others] = words;
  const rest = others.join(' ');
  const verb = verbOf(word);
  if (verb === 'new') return open(noun, 'new', {}, context);
  if (verb === 'list' || verb === 'search' || word === '') {
    return { kind: 'card', card: servedList(noun, rest, 0, context) };
  }
  const isEdit = editWords.includes(word.toLowerCase());
  return named(noun, isEdit ? 'edit' : 'show', isEdit || verb === 'show' ? rest : words.join(' '), context);
}

/** The one that was meant, or a list of those that may have been. */
function named(noun: ServedNoun, verb: 'show' | 'edit', said: string, context: Context): Reply | Promise<Reply> {
  const found = servedLike(noun, said, context);
  const exact = findNamed(said, found) ?? (found.length === 1 ? found[0] : undefined);
  return exact
    ? open(noun, verb, { id: exact.id }, context)
    : { kind: 'card', card: servedList(noun, found.length > 0 ? said : '', 0, context) };
}

/** What a button or a form is about; it comes back from the platform, so it is a hint and no more. */
const hintSchema = z.object({
  id: z.string().max(60).optional(),
  contact: z.string().max(60).optional(),
  specialty: z.string().max(60).optional(),
  customer: z.string().max(60).optional(),
});
type Hint = z.infer<typeof hintSchema>;
const pageSchema = z.object({ q: z.string().max(100), page: z.number().int().min(0).max(1000) });

/** The answer to a button of this room; null for any other. */
export function pressServed(
  { action, value }: Extract<Interaction, { kind: 'press' }>,
  context: Context,
): Reply | Promise<Reply> | null {
  const [first = '', verb = ''] = action.split('.');
  const noun = nounOf(first);
  if (!noun || noun !== first) return null;
  if (verb === 'list') {
    const page = pageSchema.safeParse(value).data ?? { q: '', page: 0 };
    return { kind: 'card', card: servedList(noun, page.q, page.page, context) };
  }
  return open(noun, verb, hintSchema.safeParse(value).data ?? {}, context);
}

function open(noun: ServedNoun, verb: string, hint: Hint, context: Context): Reply | Promise<Reply> {
  return noun === 'customer' ? openCustomer(verb, hint, context) : openProject(verb, hint, context);
}

function openCustomer(verb: string, { id = '', contact }: Hint, context: Context): Reply | Promise<Reply> {
  const customer = context.org.customer(id);
  if (verb !== 'new' && !customer) return refuse(context, { key: 'served.refusal.gone' });
  if (verb === 'show') return showCustomer(id, context);
  if (verb === 'contact' && customer) {
    if (!mayKeepContacts(id, context)) return refuse(context, { key: 'served.refusal.contacts' });
    const known = customer.contacts.find((each) => each.id === contact);
    return { kind: 'form', form: contactForm(context, customer, known) };
  }
  if (verb !== 'new' && verb !== 'edit') return refuse(context, { key: 'refusal.noSuchMove' });
  if (!mayKeep(context)) return refuse(context, { key: 'served.refusal.keep' });
  return { kind: 'form', form: customerForm(context, verb === 'new' ? undefined : customer) };
}

function openProject(verb: string, { id = '', specialty, customer }: Hint, context: Context): Reply | Promise<Reply> {
  const project = context.org.project(id);
  if (verb === 'new') {
    if (!mayKeep(context)) return refuse(context, { key: 'served.refusal.keep' });
    return { kind: 'form', form: projectForm(context, undefined, customer) };
  }
  if (!project) return refuse(context, { key: 'served.refusal.gone' });
  if (verb === 'show') return showProject(id, context);
  if (verb === 'contacts') {
    if (!mayKeepProjectContacts(id, context)) return refuse(context, { key: 'served.refusal.contacts' });
    return { kind: 'form', form: projectContactsForm(context, project) };
  }
  if (!mayKeep(context)) return refuse(context, { key: 'served.refusal.keep' });
  if (verb === 'edit') return { kind: 'form', form: projectForm(context, project) };
  if (verb === 'sla') return { kind: 'form', form: slaForm(context, project) };
  if (verb === 'specialty') return { kind: 'form', form: specialtyForm(context, project, specialty) };
  return refuse(context, { key: 'refusal.noSuchMove' });
}

/** The answer to a form of this room, handed in; null for any other. */
export function submitServed(
  { form, context: about, answers }: Extract<Interaction, { kind: 'submit' }>,
  context: Context,
): Promise<Reply> | null {
  const hint = hintSchema.safeParse(about).data ?? {};
  const { id = '', contact, specialty } = hint;
  switch (form) {
    case 'customer.save':
      return saveCustomer(hint.id, answers, context);
    case 'customer.saveContact':
      return saveContact({ id, contact }, answers, context);
    case 'project.save':
      return saveProject(hint.id, answers, context);
    case 'project.saveSla':
      return saveSla(id, answers, context);
    case 'project.saveSpecialty':
      return saveSpecialty({ id, specialty }, answers, context);
    case 'project.saveContacts':
      return saveProjectContacts(id, answers, context);
    default:
      return null;
  }
}
