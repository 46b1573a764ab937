import { z } from 'zod';
import type { Reply } from '../../src/chat/reply.ts';
import { type Command, command } from '../command.ts';
import type { Context } from '../context.ts';
import { refuse } from '../replies.ts';
import { contactForm, customerForm } from './customer-forms.ts';
import { mayKeep, mayKeepContacts } from './entitled.ts';
import { nameCommands } from './name-commands.ts';
import { saveContact, saveCustomer } from './save-customer.ts';

/** What a button or a form is about; it comes back from the platform, so it is only a hint. */
const hint = z.object({ id: z.string().max(60).optional(), contact: z.string().max(60).optional() }).catch({});

function openForm(id: string | undefined, context: Context): Reply {
  const customer = id === undefined ? undefined : context.org.customer(id);
  if (id !== undefined && !customer) return refuse(context, { key: 'served.refusal.gone' });
  if (!mayKeep(context)) return refuse(context, { key: 'served.refusal.keep' });
  return { kind: 'form', form: customerForm(context, customer) };
}

/** Customers and their contacts. */
export const customerCommands: readonly Command[] = [
  ...nameCommands('customer', openForm),
  command({
    id: 'customer.save',
    value: hint,
    submit: (answers, { id }, _submit, context) => saveCustomer(id, answers, context),
  }),
  command({
    id: 'customer.contact',
    value: hint,
    press: ({ id = '', contact }, _press, context) => {
      const customer = context.org.customer(id);
      if (!customer) return refuse(context, { key: 'served.refusal.gone' });
      if (!mayKeepContacts(id, context)) return refuse(context, { key: 'served.refusal.contacts' });
      const known = customer.contacts.find((each) => each.id === contact);
      return { kind: 'form', form: contactForm(context, customer, known) };
    },
  }),
  command({
    id: 'customer.saveContact',
    value: hint,
    submit: (answers, { id = '', contact }, _submit, context) => saveContact({ id, contact }, answers, context),
  }),
];
