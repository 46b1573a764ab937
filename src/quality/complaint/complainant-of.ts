import { findNamed } from '../../org/customers/naming.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { ComplaintData } from './complaint-data.ts';

/** The complainant as given. */
interface Said {
  readonly contactId?: string | null | undefined;
  readonly contactName?: string | undefined;
}

/** The customer's contact by id or name; otherwise a person known only by name. */
export function complainantOf({ contactId, contactName }: Said, customerId: string | null, org: Organisation) {
  const known = org.contact(contactId ?? '')?.contact;
  if (known) return { contactId: known.id };
  const named = contactName && findNamed(contactName, org.customer(customerId ?? '')?.contacts ?? []);
  if (named) return { contactId: named.id };
  return { contactId: null, ...(contactName !== undefined && { contactName }) };
}

/** Whether the complainant is known. */
export const isKnown = ({ contactId, contactName }: ComplaintData): boolean =>
  contactId !== null || contactName !== undefined;
