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

/** Links in letters: to the page of one invitation, for the contact who receives the letter. */
export async function createLetterLink({ config, connection, clock, organisation }: Parts): Promise<LetterLink> {
  const links = createCustomerLinks(
    connection,
    createLinkSigner(await sharedSecret(connection, 'customer-links')),
    clock,
  );
  // A letter must not link to this machine: without a public address there are no links.
  const address = createPageAddress(config.publicUrl, () => '');
  return async (number, contactId, key) => {
    if (config.publicUrl === undefined) return null;
    const { customerLinkDays, surveys } = (await organisation.load()).settings;
    // Valid for as long as a survey can be, whatever the setting for other pages.
    const days = Math.max(customerLinkDays, surveys.yearlyDays, 35);
    const { token } = await links.issue({ purpose: 'survey', number, contactId, key, madeBy: null, days });
    return address(token, 'slack');
  };
}
