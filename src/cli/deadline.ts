import { z } from 'zod';
import { readOrgFile } from '../app/seed-organisation.ts';
import { describeDeadline } from '../calendar/describe-deadline.ts';
import type { Config } from '../config/config.ts';
import type { Locale } from '../i18n/locale.ts';
import { createOrganisation } from '../org/organisation.ts';
import { print } from './print.ts';

/** `qmbot deadline 2025-09-29 5`: the day, and the arithmetic, by the calendar of the first site in `ORG_FILE`. */
export async function printDeadline(config: Config, day: string, days: string, locale: Locale): Promise<void> {
  const org = createOrganisation(await readOrgFile(config.orgFile, locale));
  const calendar = org.calendarOf(org.siteOfDepartment('').id);
  print(describeDeadline(calendar, day, z.coerce.number().int().parse(days), locale));
}
