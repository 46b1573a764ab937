import type { Answers } from '../../src/chat/form.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { freshId } from '../../src/org/customers/naming.ts';
import type { OrgData } from '../../src/org/org-schema.ts';
import type { Contact, Customer } from '../../src/org/organisation.ts';
import { withAnswers } from '../../src/records/card/draw-form.ts';
import { parseAnswers } from '../../src/records/declaration/parse-answers.ts';
import type { Context } from '../context.ts';
import { fieldErrors, refuse } from '../replies.ts';
import { contactAnswers, contactForm, customerAnswers, customerForm } from './customer-forms.ts';
import { mayKeep, mayKeepContacts } from './entitled.ts';
import { withoutEmpty } from './form-parts.ts';
import { saveCustomerData, withItem } from './save-customer-data.ts';
import { showCustomer } from './show-customer.ts';

/** The submitted customer form: shows the customer as it is now. */
export async function saveCustomer(id: string | undefined, answers: Answers, context: Context): Promise<Reply> {
  if (!mayKeep(context)) return refuse(context, { key: 'served.refusal.keep' });
  const stored = id === undefined ? undefined : context.org.customer(id);
  if (id !== undefined && !stored) return refuse(context, { key: 'served.refusal.gone' });
  const form = withAnswers(customerForm(context, stored), answers);
  const parsed = parseAnswers(customerAnswers, answers);
  if (!parsed.ok) return { kind: 'errors', form, errors: fieldErrors(context, parsed.errors) };
  const { zh, en, level, active } = parsed.input;
  const said = { name: { zh, en: en ?? zh }, level, active: active === 'yes' };
  let saved = id ?? '';
  const outcome = await saveCustomerData(
    (data) => {
      const known = data.customers.find((each) => each.id === id);
      saved = known?.id ?? newId(data.customers, said.name.en, 'customer');
      const customer: Customer = known ?? { id: saved, contacts: [], ...said };
      return { ...data, customers: withItem(data.customers, withoutEmpty({ ...customer, ...said })) };
    },
    form,
    context,
  );
  return 'reply' in outcome ? outcome.reply : showCustomer(saved, outcome.saved);
}

/** The submitted contact form: shows the customer as it is now. */
export async function saveContact(
  { id, contact }: { readonly id: string; readonly contact?: string | undefined },
  answers: Answers,
  context: Context,
): Promise<Reply> {
  const customer = context.org.customer(id);
  if (!customer) return refuse(context, { key: 'served.refusal.gone' });
  if (!mayKeepContacts(id, context)) return refuse(context, { key: 'served.refusal.contacts' });
  const stored = customer.contacts.find((each) => each.id === contact);
  const form = withAnswers(contactForm(context, customer, stored), answers);
  const parsed = parseAnswers(contactAnswers, answers);
  if (!parsed.ok) return { kind: 'errors', form, errors: fieldErrors(context, parsed.errors) };
  const { zh, en, hours, active, ...details } = parsed.input;
  const said = { ...details, name: { zh, en: en ?? zh }, callingHours: hours, active: active === 'yes' };
  const outcome = await saveCustomerData((data) => withContact(data, id, stored?.id, said), form, context);
  return 'reply' in outcome ? outcome.reply : showCustomer(id, outcome.saved);
}

function withContact(data: OrgData, customerId: string, id: string | undefined, said: Omit<Contact, 'id'>): OrgData {
  const all = data.customers.flatMap(({ contacts }) => contacts);
  const contact = withoutEmpty({ id: id ?? newId(all, said.name.en, 'contact'), ...said });
  const customers = data.customers.map((each) =>
    each.id === customerId ? { ...each, contacts: withItem(each.contacts, contact) } : each,
  );
  return { ...data, customers };
}

const newId = (items: readonly { readonly id: string }[], name: string, prefix: string) =>
  freshId('', name, prefix, new Set(items.map(({ id }) => id)));
