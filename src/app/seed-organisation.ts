import { readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import { AppError } from '../errors.ts';
import type { Locale } from '../i18n/locale.ts';
import type { OrgData } from '../org/org-schema.ts';
import type { OrgStore } from '../org/org-store.ts';
import { formatProblem, parseOrg } from '../org/parse-org.ts';

/** Reads an organization file. Fails with one message that lists every mistake with its line and column. */
export async function readOrgFile(file: string, locale: Locale): Promise<OrgData> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('org.fileUnreadable', { file }, cause);
  });
  const parsed = parseOrg(text, locale);
  if (parsed.ok) return parsed.data;
  throw new AppError(`org.invalid\n${parsed.problems.map((problem) => formatProblem(problem, file)).join('\n')}`);
}

/** Puts the organization from `file` into an empty database; a database that already has one is left as it is. */
export async function seedOrganisation(store: OrgStore, file: string, log: Logger): Promise<void> {
  const data = await readOrgFile(file, 'en');
  if (await store.seed(data)) log.info({ file, people: data.people.length }, 'organisation seeded');
}
