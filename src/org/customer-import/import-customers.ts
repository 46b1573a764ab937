import type { z } from 'zod';
import { contactSchema, customerSchema } from '../customers/customer-shape.ts';
import { findNamed, freshId } from '../customers/naming.ts';
import { nameSchema } from '../name.ts';
import type { Contact, Customer, OrgData } from '../org-schema.ts';
import { type ColumnMap, cellsOf } from '../people-file/find-columns.ts';
import type { Table } from '../people-file/table.ts';
import type { LineProblem } from '../people-import/read-staff.ts';
import { hoursCell, languageCell } from './cell-schemas.ts';
import type { CustomerImport } from './customer-import.ts';
import type { CustomerField } from './headings.ts';
import { createLineReader, type LineReader } from './line-reader.ts';

type Reader = LineReader<CustomerField>;

/**
 * Applies a list of customers and contacts to the organization. Blank cells and entries not in the list leave the stored data as it is: a list adds
 * and changes, and removes nothing. A contact is matched by name or e-mail within the customer.
 */
export function importCustomers(table: Table, columns: ColumnMap<CustomerField>, org: OrgData): CustomerImport {
  let customers: readonly Customer[] = org.customers;
  const problems: LineProblem[] = [];
  let lines = 0;
  for (const row of table.rows.filter(({ line }) => line > columns.headingLine)) {
    const reader = createLineReader(row.line, cellsOf(row, columns), columns);
    const next = customerOf(reader, customers, org);
    lines += 1;
    problems.push(...reader.problems);
    if (reader.problems.length > 0 || !next) continue;
    const isKnown = customers.some(({ id }) => id === next.id);
    customers = isKnown ? customers.map((each) => (each.id === next.id ? next : each)) : [...customers, next];
  }
  return { data: { ...org, customers: [...customers] }, problems, lines };
}

function customerOf(reader: Reader, customers: readonly Customer[], org: OrgData): Customer | null {
  const { cell, tell } = reader;
  const given = cell('customerId');
  const name = cell('customer');
  const stored =
    (given && customers.find(({ id }) => id === given)) || (name && findNamed(name, customers)) || undefined;
  const level = cell('level') === '' ? undefined : findNamed(cell('level'), org.settings.customerLevels);
  if (cell('level') !== '' && !level) tell('level', 'served.line.noLevel', { said: cell('level').slice(0, 60) });
  const named = name === '' ? undefined : reader.read('customer', nameSchema, 'people.line.tooLong');
  if (!stored && !named) {
    tell('customer', 'served.line.noCustomerName');
    return null;
  }
  const taken = new Set(customers.map(({ id }) => id));
  const base =
    stored ?? customerSchema.parse({ id: freshId(given, cell('customerEn') || name, 'customer', taken), name: named });
  const en = cell('customerEn');
  const pair = en === '' ? base.name : { ...base.name, en: en.slice(0, 120) };
  const contacts = contactsWith(reader, base, customers);
  return { ...base, name: pair, ...(level && { level: level.id }), contacts };
}

function contactsWith(reader: Reader, { contacts }: Customer, customers: readonly Customer[]): Contact[] {
  const { cell, tell, read } = reader;
  const shape = contactSchema.shape;
  const name = read('contact', nameSchema, 'people.line.tooLong');
  const said = {
    title: read('title', shape.title.unwrap(), 'people.line.tooLong'),
    phone: read('phone', shape.phone.unwrap(), 'served.line.badPhone'),
    email: read('email', shape.email.unwrap(), 'served.line.badEmail'),
    language: read('language', languageCell, 'served.line.badLanguage'),
    callingHours: read('callingHours', hoursCell, 'served.line.badHours'),
    preferred: read('preferred', shape.preferred.unwrap(), 'people.line.tooLong'),
  };
  const details = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  if (!name) {
    if (Object.keys(details).length > 0) tell('contact', 'served.line.noContactName');
    return contacts;
  }
  // Not by telephone: several contacts may share a switchboard number.
  const stored =
    findNamed(name.zh, contacts) ?? contacts.find(({ email }) => email !== undefined && email === said.email);
  const pair = cell('contactEn') === '' ? name : { ...name, en: cell('contactEn').slice(0, 120) };
  if (stored) return contacts.map((each) => (each === stored ? { ...each, ...details, active: true } : each));
  const taken = new Set(customers.flatMap((each) => each.contacts.map(({ id }) => id)));
  const fresh: z.input<typeof contactSchema> = { id: freshId('', pair.en, 'contact', taken), name: pair, ...details };
  return [...contacts, contactSchema.parse(fresh)];
}
