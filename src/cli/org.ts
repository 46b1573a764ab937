import type { Logger } from 'pino';
import { stringify } from 'yaml';
import { readOrgFile } from '../app/seed-organisation.ts';
import { systemClock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import type { Locale } from '../i18n/locale.ts';
import { checkOrganisation } from '../org/check-organisation.ts';
import { describeDifference } from '../org/describe-difference.ts';
import { describeWarning } from '../org/describe-warning.ts';
import { createOrgStore } from '../org/org-store.ts';
import { createOrganisation } from '../org/organisation.ts';
import { connectStorage } from '../storage/connect.ts';
import { print } from './print.ts';

/** `qmbot org check FILE`: mistakes with their line numbers, and the decisions that segregation of duties leaves nobody to make. */
export async function checkOrg(file: string, locale: Locale): Promise<void> {
  const data = await readOrgFile(file, locale);
  const org = createOrganisation(data);
  const warnings = checkOrganisation(org).map((warning) => describeWarning(warning, org, locale));
  print([...warnings, `${file}: ok, ${data.people.length} people, ${data.departments.length} departments`]);
}

/** `qmbot org import FILE [--apply]`: prints what would change; with `--apply` changes it. */
export async function importOrg(
  file: string,
  { apply, config, locale, log }: { apply: boolean; config: Config; locale: Locale; log: Logger },
): Promise<void> {
  const data = await readOrgFile(file, locale);
  const storage = await connectStorage({ mongoUri: config.mongodbUri, dataDir: config.dataDir, log });
  try {
    const store = createOrgStore(storage.connection, systemClock);
    if (apply && (await store.seed(data))) {
      print([`${data.people.length} people put into an empty database`]);
      return;
    }
    const { before, changes, applied } = await store.import(data, { apply, locale });
    print(describeDifference(changes, before, data, locale));
    if (!applied && changes.length > 0) print(['Nothing was changed: add --apply to do it.']);
  } finally {
    await storage.stop();
  }
}

/** `qmbot org export`: the stored organization as an `org.yaml`, including changes made by people files and in chat. */
export async function exportOrg(config: Config, log: Logger): Promise<void> {
  const storage = await connectStorage({ mongoUri: config.mongodbUri, dataDir: config.dataDir, log });
  try {
    const { data } = await createOrgStore(storage.connection, systemClock).load();
    print([stringify(data, { lineWidth: 140, aliasDuplicateObjects: false }).trimEnd()]);
  } finally {
    await storage.stop();
  }
}
