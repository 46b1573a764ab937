import type { Locale } from '../../src/i18n/locale.ts';
import type { Organisation, Person } from '../../src/org/organisation.ts';

/** The asking user, their organization and language. */
export type Asker = { readonly org: Organisation; readonly person: Person; readonly locale: Locale };

/** QED and administrators maintain customers and projects. */
export const mayKeep = ({ person }: Pick<Asker, 'person'>): boolean =>
  person.roles.some((role) => role === 'qed' || role === 'qedManager' || role === 'admin');

/** The lead of a project or of one of its specialties also maintains its contacts. */
export const mayKeepProjectContacts = (projectId: string, asker: Asker): boolean =>
  mayKeep(asker) || asker.org.leadsOf(projectId).includes(asker.person.id);

/** A customer's contacts are maintained by those who maintain the contacts of one of its projects. */
export const mayKeepContacts = (customerId: string, asker: Asker): boolean =>
  mayKeep(asker) ||
  asker.org.projects.some(({ id, customer }) => customer === customerId && mayKeepProjectContacts(id, asker));

/** Phone numbers and addresses are visible to those who maintain them, who call, and who visit. */
export const maySeeContacts = (customerId: string, asker: Asker): boolean =>
  mayKeepContacts(customerId, asker) ||
  asker.person.roles.some((role) => role === 'sd' || role === 'eng' || role === 'omdManager');
