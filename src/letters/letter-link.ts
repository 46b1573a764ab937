import type { Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import { sharedSecret } from '../files/secret-repository.ts';
import type { OrgStore } from '../org/org-store.ts';
import { createLinkSigner } from '../pages/customer-link.ts';
import { createCustomerLinks } from '../pages/customer-link-repository.ts';
import { createPageAddress } from '../pages/page-address.ts';
import type { LetterLink } from './letters.ts';

interface Parts {
  readonly config: Pick<Config, 'publicUrl'>;
  readonly connection: Connection;
  readonly clock: Clock;
  readonly organisation: Pick<OrgStore, 'load'>;
}

/** Links that letters carry: to the page of one invitation, for the contact who gets the letter. */
export async function createLetterLink({ config, connection, clock, organisation }: Parts): Promise<LetterLink> {
  const links = createCustomerLinks(
    connection,
    createLinkSigner(await sharedSecret(connection, 'customer-links')),
    clock,
  );
  // No letter goes to this machine: without a public address there is none.
  const address = createPageAddress(config.publicUrl, () => '');
  return async (number, contactId, key) => {
    if (config.publicUrl === undefined) return null;
    const { customerLinkDays, surveys } = (await organisation.load()).settings;
    // Open for as long as a survey can be, whatever holds for other pages.
    const days = Math.max(customerLinkDays, surveys.yearlyDays, 35);
    const { token } = await links.issue({ purpose: 'survey', number, contactId, key, madeBy: null, days });
    return address(token, 'slack');
  };
}
