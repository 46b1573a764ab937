import { basename } from 'node:path';
import type { Logger } from 'pino';
import { systemClock } from '../../clock.ts';
import type { Config } from '../../config/config.ts';
import { UserError } from '../../errors.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import { sourceName } from '../../intake/source-key-repository.ts';
import { createTakeIncident } from '../../intake/take-incident.ts';
import type { TakeItem } from '../../intake/take-items.ts';
import { createOrgStore } from '../../org/org-store.ts';
import { parseMap } from '../../org/people-file/find-columns.ts';
import { readPeopleFile } from '../../org/people-file/read-people-file.ts';
import { describeColumns, describeLineProblem } from '../../org/people-import/describe-staff-change.ts';
import type { LineProblem } from '../../org/people-import/read-staff.ts';
import { recordTypes } from '../../quality/index.ts';
import { leftToTheBot } from '../../records/decide/dispatch.ts';
import { createRecords, type Records } from '../../records/records.ts';
import { createRegistry } from '../../records/registry.ts';
import type { Created, Performed } from '../../records/requests.ts';
import { createCounters } from '../../records/store/counter-repository.ts';
import { createRecordRepository } from '../../records/store/record-repository.ts';
import { connectStorage } from '../../storage/connect.ts';
import { print } from '../print.ts';
import { type IncidentList, problemOf, readIncidents } from './read-incidents.ts';

/** Records for a dry run: reads are real, writes are only reported as done. */
function dryRecords(records: Pick<Records, 'load'>): Pick<Records, 'load' | 'create' | 'perform'> {
  return {
    load: (key) => records.load(key),
    create: async () => ({ verdict: 'created', record: { number: '' }, again: false }) as Created,
    perform: async () => ({ verdict: { verdict: 'done' } }) as Performed,
  };
}

/** Options of the incident import. */
export interface IncidentImportOptions {
  readonly apply: boolean;
  readonly map?: string;
  /** Imports the valid lines even if others are not. */
  readonly skipBadLines: boolean;
  /** The tool the list comes from: its ticket numbers are matched under that name, also against what the tool delivers through the intake. */
  readonly source: string;
}

interface Setting {
  readonly config: Config;
  readonly locale: Locale;
  readonly log: Logger;
}

/**
 * `qmbot incident import FILE`: prints what a CSV or XLSX ticket list would create and change and each invalid line, and with `apply` imports it. A
 * second run changes nothing. False if lines are invalid and may not be skipped; then nothing was changed. Fails with the user error
 * `intake.badSource`.
 */
export async function importIncidents(
  file: string,
  options: IncidentImportOptions,
  { config, locale, log }: Setting,
): Promise<boolean> {
  if (!sourceName.safeParse(options.source).success)
    throw new UserError('intake.badSource', { source: options.source });
  const table = await readPeopleFile(file);
  const storage = await connectStorage({ mongoUri: config.mongodbUri, dataDir: config.dataDir, log });
  try {
    const { connection } = storage;
    const organisation = createOrgStore(connection, systemClock);
    const registry = createRegistry(recordTypes);
    const records = createRecords({
      repository: createRecordRepository(connection, registry),
      registry,
      counters: createCounters(connection),
      clock: systemClock,
      organisation: () => organisation.load(),
      routes: () => new Set(),
      dispatch: leftToTheBot,
    });
    const list = readIncidents(table, parseMap(options.map ?? ''), await organisation.load());
    const { columns, lines } = list;
    const name = basename(file);
    const count = lines.length + new Set(list.problems.map(({ line }) => line)).size;
    print([translate(locale, 'served.read', { file: name, readAs: table.readAs, line: columns.headingLine, count })]);
    print(describeColumns(columns, locale, 'incidentImport'));

    const parts = { organisation, clock: systemClock, imported: true } as const;
    const dry = await takeLines(list, options.source, createTakeIncident({ records: dryRecords(records), ...parts }));
    const problems = [...list.problems, ...dry.problems].sort((left, right) => left.line - right.line);
    print([translate(locale, 'incidentImport.plan', dry.counts)]);
    print(problems.map((problem) => describeLineProblem(problem, name, locale)));
    const isRight = problems.length === 0 || options.skipBadLines;
    const bad = problems.length;
    if (bad > 0) print([translate(locale, isRight ? 'served.problems' : 'served.nothingApplied', { count: bad })]);
    if (!isRight) return false;
    if (!options.apply) {
      print([translate(locale, 'served.dryRun')]);
      return true;
    }
    const done = await takeLines(list, options.source, createTakeIncident({ records, ...parts }));
    print([translate(locale, 'incidentImport.done', done.counts)]);
    return true;
  } finally {
    await storage.stop();
  }
}

/** Imports the lines one after the other: counts the outcomes, and reports problems by column. */
async function takeLines({ lines, columns }: IncidentList, source: string, take: TakeItem) {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const problems: LineProblem[] = [];
  for (const { line, item } of lines) {
    const taken = await take(source, item);
    if (taken.result === 'refused')
      problems.push(...taken.problems.map((problem) => problemOf(line, problem, columns)));
    else counts[taken.result] += 1;
  }
  return { counts, problems };
}
