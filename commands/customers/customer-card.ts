import type { Block, Button, Card, Line } from '../../src/chat/card.ts';
import { bold, type Inline, plain, words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { type Contact, type Customer, nameOf } from '../../src/org/organisation.ts';
import { type Asker, mayKeep, mayKeepContacts, maySeeContacts } from './entitled.ts';

/** The most contacts and projects on one card. */
const MOST_LINES = 12;

/** A customer as the user may see it, its summary, and the user's buttons; shown to the user only. */
export function customerCard(customer: Customer, context: Asker, standing: readonly Block[]): Card {
  const { locale, org } = context;
  const level = org.settings.customerLevels.find(({ id }) => id === customer.level);
  const projects = org.projects.filter((project) => project.customer === customer.id);
  const contacts = customer.contacts.filter(({ active }) => active);
  const heading = (key: 'served.contacts' | 'served.projectsOf'): Block => ({
    kind: 'heading',
    text: translate(locale, key),
  });
  const projectLines: Line[] = projects.slice(0, MOST_LINES).map(({ id, name }) => ({
    text: words(nameOf(name, locale)),
    button: { action: 'project.show', label: translate(locale, 'served.show'), value: { id } },
  }));
  const contactLines = contacts.slice(0, MOST_LINES).map((contact) => contactLine(contact, customer, context));
  const title = nameOf(customer.name, locale);
  return {
    title,
    tone: customer.active ? 'neutral' : 'muted',
    summary: title,
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: translate(locale, 'served.field.customerId'), value: words(customer.id) },
          ...(level
            ? [{ label: translate(locale, 'served.field.level'), value: words(nameOf(level.name, locale)) }]
            : []),
          ...(customer.active
            ? []
            : [{ label: translate(locale, 'served.state'), value: words(translate(locale, 'served.over')) }]),
        ],
      },
      ...standing,
      ...(contactLines.length > 0 ? [heading('served.contacts'), { kind: 'lines', lines: contactLines } as const] : []),
      ...moreNote(contacts.length - contactLines.length, context),
      ...(projectLines.length > 0
        ? [heading('served.projectsOf'), { kind: 'lines', lines: projectLines } as const]
        : []),
      ...moreNote(projects.length - projectLines.length, context),
      ...buttonsOf(customer, context),
    ],
  };
}

/** Says how many more there are than the card shows. */
export function moreNote(more: number, { locale }: Pick<Asker, 'locale'>): Block[] {
  return more > 0 ? [{ kind: 'note', text: words(translate(locale, 'served.more', { count: more })) }] : [];
}

/** A contact in two lines: the number only for those who may see it, as a link that dials. */
export function contactLine(contact: Contact, customer: Customer, context: Asker): Line {
  const { locale, org } = context;
  const about: Inline[] = [bold(nameOf(contact.name, locale)), plain(contact.title ? `  ${contact.title}` : '')];
  const details: Inline[] = [];
  if (maySeeContacts(customer.id, context)) {
    const { from, to } = org.callingHoursOf(contact);
    if (contact.phone) details.push({ kind: 'link', text: contact.phone, url: `tel:${contact.phone}` });
    const others = [contact.email, `${from}–${to}`, contact.preferred].filter((each) => each !== undefined);
    details.push(plain(`${contact.phone ? ' · ' : ''}${others.join(' · ')}`));
  }
  const button: Button = {
    action: 'customer.contact',
    label: translate(locale, 'served.edit'),
    value: { id: customer.id, contact: contact.id },
  };
  return {
    text: [...about, ...(details.length > 0 ? [plain('\n'), ...details] : [])],
    ...(mayKeepContacts(customer.id, context) && { button }),
  };
}

function buttonsOf({ id }: Customer, context: Asker): Block[] {
  const { locale } = context;
  const button = (
    action: string,
    key: 'served.edit' | 'served.addContact' | 'served.project.new',
    value: Button['value'],
  ) => ({
    action,
    label: translate(locale, key),
    value,
  });
  const buttons = [
    ...(mayKeep(context) ? [button('customer.edit', 'served.edit', { id })] : []),
    ...(mayKeepContacts(id, context) ? [button('customer.contact', 'served.addContact', { id })] : []),
    ...(mayKeep(context) ? [button('project.new', 'served.project.new', { customer: id })] : []),
  ];
  return buttons.length > 0 ? [{ kind: 'buttons', buttons }] : [];
}
