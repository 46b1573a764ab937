import { basename } from 'node:path';
import type { Logger } from 'pino';
import { systemClock } from '../../clock.ts';
import type { Config } from '../../config/config.ts';
import { UserError } from '../../errors.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import { type CustomerFileKind, readCustomerFile } from '../../org/customer-import/read-customer-file.ts';
import { markEdited } from '../../org/customers/mark-edited.ts';
import { describeDifference } from '../../org/describe-difference.ts';
import { findDifference } from '../../org/find-difference.ts';
import { findProblems } from '../../org/find-problems.ts';
import type { OrgData } from '../../org/org-schema.ts';
import { createOrgStore } from '../../org/org-store.ts';
import { parseMap } from '../../org/people-file/find-columns.ts';
import { readPeopleFile } from '../../org/people-file/read-people-file.ts';
import type { Table } from '../../org/people-file/table.ts';
import { describeColumns, describeLineProblem } from '../../org/people-import/describe-staff-change.ts';
import { connectStorage } from '../../storage/connect.ts';
import { print } from '../print.ts';

/** Options of the customer and project imports. */
export interface CustomerImportOptions {
  readonly apply: boolean;
  readonly map?: string;
  /** Imports the valid lines even if others are not. */
  readonly skipBadLines: boolean;
}

interface Setting {
  readonly config: Config;
  readonly locale: Locale;
  readonly log: Logger;
}

/**
 * `qmbot org import-customers|import-projects FILE`: prints what a CSV or XLSX list would change and each invalid line, and with `apply` applies it.
 * False if lines are invalid and may not be skipped; then nothing was changed.
 */
export async function importCustomerFile(
  kind: CustomerFileKind,
  file: string,
  options: CustomerImportOptions,
  { config, locale, log }: Setting,
): Promise<boolean> {
  const table = await readPeopleFile(file);
  const storage = await connectStorage({ mongoUri: config.mongodbUri, dataDir: config.dataDir, log });
  try {
    const store = createOrgStore(storage.connection, systemClock);
    const { data: before } = await store.load();
    const isRight = tell(kind, basename(file), table, before, options, locale);
    if (!isRight || !options.apply) return isRight;
    await store.change((stored) => {
      const next = readCustomerFile(kind, table, parseMap(options.map ?? ''), stored).data;
      const marked = markEdited(next, stored, { by: 'import', at: systemClock.now().toISOString() });
      const [problem] = findProblems(marked, locale);
      if (problem) throw new UserError('people.wouldBreak', { message: problem.message });
      return marked;
    });
    print([translate(locale, 'served.applied')]);
    return true;
  } finally {
    await storage.stop();
  }
}

/** Prints what the list contains and would change; returns whether it may be applied. */
function tell(
  kind: CustomerFileKind,
  file: string,
  table: Table,
  before: OrgData,
  { apply, map = '', skipBadLines }: CustomerImportOptions,
  locale: Locale,
): boolean {
  const { columns, data, lines, problems } = readCustomerFile(kind, table, parseMap(map), before);
  const count = problems.length;
  print([translate(locale, 'served.read', { file, readAs: table.readAs, line: columns.headingLine, count: lines })]);
  print(describeColumns(columns, locale, 'served'));
  const changes = findDifference(before, data);
  print(changes.length > 0 ? describeDifference(changes, before, data, locale) : [translate(locale, 'served.same')]);
  print(problems.map((problem) => describeLineProblem(problem, file, locale)));
  const isRight = count === 0 || skipBadLines;
  if (count > 0) print([translate(locale, isRight ? 'served.problems' : 'served.nothingApplied', { count })]);
  if (isRight && !apply && changes.length > 0) print([translate(locale, 'served.dryRun')]);
  return isRight;
}
