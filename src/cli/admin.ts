import type { Logger } from 'pino';
import { systemClock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { Locale } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';
import { CLAIM_MINUTES, createClaims } from '../org/claim-repository.ts';
import { createOrgStore } from '../org/org-store.ts';
import { connectStorage } from '../storage/connect.ts';
import { print } from './print.ts';

/**
 * `qmbot admin PERSON`: a one-time code that makes that person an administrator; without PERSON, anyone in the organization who enters it. Fails with
 * the user error `people.noPerson`.
 */
export async function inviteAdministrator(
  personId: string | undefined,
  { config, locale, log }: { config: Config; locale: Locale; log: Logger },
): Promise<void> {
  const storage = await connectStorage({ mongoUri: config.mongodbUri, dataDir: config.dataDir, log });
  try {
    const org = await createOrgStore(storage.connection, systemClock).load();
    const person = org.people.find(({ id, email }) => id === personId || (email !== undefined && email === personId));
    if (personId !== undefined && !person) throw new UserError('org.problem.noPerson', { id: personId });
    const code = await createClaims(storage.connection, systemClock).issue(person?.id ?? null);
    print([translate(locale, 'claim.invitation', { minutes: CLAIM_MINUTES }), `  /qm claim ${code}`]);
  } finally {
    await storage.stop();
  }
}
