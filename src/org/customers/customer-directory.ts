import type { Contact, Customer, OrgData, Project } from '../org-schema.ts';
import type { Hours } from '../shape-parts.ts';

/** A project's SLA targets for a priority, in minutes of its service calendar. */
export interface SlaTerms {
  readonly response: number;
  readonly resolution: number;
  readonly calendar: Project['sla']['calendar'];
}

/** The customers, their contacts and the projects, by id. */
export interface CustomerDirectory {
  readonly customers: readonly Customer[];
  readonly projects: readonly Project[];
  customer(id: string): Customer | undefined;
  project(id: string): Project | undefined;
  /** A contact with their customer; includes contacts who have left, so that old records can name them. */
  contact(id: string): { readonly contact: Contact; readonly customer: Customer } | undefined;
  /** A project's contacts who have not left, the one to ask first coming first. */
  contactsOf(projectId: string): readonly Contact[];
  /** The people who lead a project or a specialty of it. */
  leadsOf(projectId: string): readonly string[];
  /** Undefined for a priority or a project that does not exist. */
  slaOf(projectId: string, priority: string): SlaTerms | undefined;
  /** When a contact may be called. */
  callingHoursOf(contact: Contact): Hours;
}

/** Creates the customer part of the organization snapshot. */
export function createCustomerDirectory({ customers, projects, settings }: OrgData): CustomerDirectory {
  const customerById = new Map(customers.map((customer) => [customer.id, customer]));
  const projectById = new Map(projects.map((project) => [project.id, project]));
  const contacts = new Map(
    customers.flatMap((customer) => customer.contacts.map((contact) => [contact.id, { contact, customer }] as const)),
  );
  return {
    customers,
    projects,
    customer: (id) => customerById.get(id),
    project: (id) => projectById.get(id),
    contact: (id) => contacts.get(id),
    contactsOf: (projectId) =>
      (projectById.get(projectId)?.contacts ?? []).flatMap((id) => {
        const contact = contacts.get(id)?.contact;
        return contact?.active ? [contact] : [];
      }),
    leadsOf: (projectId) => {
      const project = projectById.get(projectId);
      return project ? [...new Set([project.lead, ...project.specialties.map(({ lead }) => lead)])] : [];
    },
    slaOf: (projectId, priority) => {
      const sla = projectById.get(projectId)?.sla;
      const usual = settings.priorities.find(({ id }) => id === priority);
      if (!sla || !usual) return undefined;
      const { response, resolution } = sla.targets[priority] ?? usual;
      return { response, resolution, calendar: sla.calendar };
    },
    callingHoursOf: ({ callingHours }) => callingHours ?? settings.callingHours,
  };
}
