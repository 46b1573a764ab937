import type { Locale } from '../../i18n/locale.ts';
import { findNamed } from '../../org/customers/naming.ts';
import { nameOf, type Organisation } from '../../org/organisation.ts';
import type { IncidentData } from './incident-data.ts';

type Requester = Pick<IncidentData, 'requesterId' | 'requesterName'>;

/** The requester by name: a contact of the project, otherwise of the customer, otherwise only the name. */
export function requesterNamed(said: string | undefined, projectId: string, org: Organisation): Requester {
  if (said === undefined) return { requesterId: null };
  const customer = org.customer(org.project(projectId)?.customer ?? '');
  const contact = findNamed(said, org.contactsOf(projectId)) ?? findNamed(said, customer?.contacts ?? []);
  return contact ? { requesterId: contact.id } : { requesterId: null, requesterName: said };
}

/** The requester's name; undefined if there is none. */
export function requesterText(requester: Requester, org: Organisation, locale: Locale): string | undefined {
  const { requesterId, requesterName } = requester;
  const contact = requesterId === null ? undefined : org.contact(requesterId)?.contact;
  return contact ? nameOf(contact.name, locale) : (requesterName ?? requesterId ?? undefined);
}
