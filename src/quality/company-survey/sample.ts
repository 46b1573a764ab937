import type { Customer, Organisation, Project } from '../../org/organisation.ts';

/** Whom R28 wants asked and the sample does not have. */
export interface Gaps {
  readonly customers: readonly Customer[];
  readonly projects: readonly Project[];
}

/** Whether a customer's level says that the yearly survey must have them (requirements, note 10). */
const isOwed = ({ level }: Customer, { settings }: Organisation): boolean =>
  settings.customerLevels.find(({ id }) => id === level)?.yearlySurvey === true;

const activeContacts = ({ contacts }: Customer) => contacts.filter(({ active }) => active).map(({ id }) => id);

/** The contacts of a customer who are asked: those of the projects, else the first who is there. */
export function contactsToAsk(customer: Customer, org: Organisation): string[] {
  const own = activeContacts(customer);
  const inProjects = org.projects
    .filter(({ active, customer: served }) => active && served === customer.id)
    .flatMap(({ id }) => org.contactsOf(id).map((contact) => contact.id));
  const asked = own.filter((id) => inProjects.includes(id));
  return asked.length > 0 ? asked : own.slice(0, 1);
}

/** A sample of everybody who must be asked: the customers whose level says so, and all who have a project under way. */
export function wholeSample(org: Organisation): string[] {
  const served = new Set(org.projects.filter(({ active }) => active).map(({ customer }) => customer));
  return org.customers
    .filter((customer) => customer.active && (isOwed(customer, org) || served.has(customer.id)))
    .flatMap((customer) => contactsToAsk(customer, org));
}

/** What a sample leaves out of what must be asked. */
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

/** The customers of whom a sample has somebody. */
export function customersIn(contactIds: readonly string[], org: Organisation): Customer[] {
  const asked = new Set(contactIds);
  return org.customers.filter(({ contacts }) => contacts.some(({ id }) => asked.has(id)));
}
