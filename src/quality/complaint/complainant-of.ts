import { findNamed } from '../../org/customers/naming.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { ComplaintData } from './complaint-data.ts';

/** Who complains, as it was said. */
interface Said {
  readonly contactId?: string | null | undefined;
  readonly contactName?: string | undefined;
}

/** A contact of the customer's by id or name; else somebody known by the name alone. */
export function complainantOf({ contactId, contactName }: Said, customerId: string | null, org: Organisation) {
  const known = org.contact(contactId ?? '')?.contact;
  if (known) return { contactId: known.id };
  const named = contactName && findNamed(contactName, org.customer(customerId ?? '')?.contacts ?? []);
  if (named) return { contactId: named.id };
  return { contactId: null, ...(contactName !== undefined && { contactName }) };
}

/** Whether it is known who complains. */
export const isKnown = ({ contactId, contactName }: ComplaintData): boolean =>
  contactId !== null || contactName !== undefined;
