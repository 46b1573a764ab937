import type { Locale } from '../../src/i18n/locale.ts';
import type { Organisation, Person } from '../../src/org/organisation.ts';

/** Who asks, in which organisation and language. */
export type Asker = { readonly org: Organisation; readonly person: Person; readonly locale: Locale };

/** QED and administrators keep customers and projects. */
export const mayKeep = ({ person }: Pick<Asker, 'person'>): boolean =>
  person.roles.some((role) => role === 'qed' || role === 'qedManager' || role === 'admin');

/** Whoever leads a project or a specialty of it also keeps its contacts. */
export const mayKeepProjectContacts = (projectId: string, asker: Asker): boolean =>
  mayKeep(asker) || asker.org.leadsOf(projectId).includes(asker.person.id);

/** The contacts of a customer are kept by whoever keeps those of one of its projects. */
export const mayKeepContacts = (customerId: string, asker: Asker): boolean =>
  mayKeep(asker) ||
  asker.org.projects.some(({ id, customer }) => customer === customerId && mayKeepProjectContacts(id, asker));

/** Telephone numbers and addresses are for those who keep them, who call, and who go there. */
export const maySeeContacts = (customerId: string, asker: Asker): boolean =>
  mayKeepContacts(customerId, asker) ||
  asker.person.roles.some((role) => role === 'sd' || role === 'eng' || role === 'omdManager');
