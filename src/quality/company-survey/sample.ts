import type { Customer, Organisation, Project } from '../../org/organisation.ts';

/** Contacts that R28 requires but the sample lacks. */
export interface Gaps {
  readonly customers: readonly Customer[];
  readonly projects: readonly Project[];
}

/** Whether the customer's level requires a place in the yearly survey (requirements, note 10). */
const isOwed = ({ level }: Customer, { settings }: Organisation): boolean =>
  settings.customerLevels.find(({ id }) => id === level)?.yearlySurvey === true;

const activeContacts = ({ contacts }: Customer) => contacts.filter(({ active }) => active).map(({ id }) => id);

/** A customer's contacts to ask: those of the projects, otherwise the first active one. */
export function contactsToAsk(customer: Customer, org: Organisation): string[] {
  const own = activeContacts(customer);
  const inProjects = org.projects
    .filter(({ active, customer: served }) => active && served === customer.id)
    .flatMap(({ id }) => org.contactsOf(id).map((contact) => contact.id));
  const asked = own.filter((id) => inProjects.includes(id));
  return asked.length > 0 ? asked : own.slice(0, 1);
}

/** A sample of everyone who must be asked: customers whose level requires it, and all with a running project. */
export function wholeSample(org: Organisation): string[] {
  const served = new Set(org.projects.filter(({ active }) => active).map(({ customer }) => customer));
  return org.customers
    .filter((customer) => customer.active && (isOwed(customer, org) || served.has(customer.id)))
    .flatMap((customer) => contactsToAsk(customer, org));
}

/** What a sample lacks of those who must be asked. */
export function gapsOf(contactIds: readonly string[], org: Organisation): Gaps {
  const asked = new Set(contactIds);
  return {
    customers: org.customers.filter(
      (customer) => customer.active && isOwed(customer, org) && !activeContacts(customer).some((id) => asked.has(id)),
    ),
    projects: org.projects.filter(
      ({ id, active }) => active && !org.contactsOf(id).some((contact) => asked.has(contact.id)),
    ),
  };
}

export const isWhole = ({ customers, projects }: Gaps): boolean => customers.length === 0 && projects.length === 0;

/** The customers with at least one contact in a sample. */
export function customersIn(contactIds: readonly string[], org: Organisation): Customer[] {
  const asked = new Set(contactIds);
  return org.customers.filter(({ contacts }) => contacts.some(({ id }) => asked.has(id)));
}
