import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import { configuredRoutes } from '../../app/configured-routes.ts';
import { dayOf } from '../../calendar/day.ts';
import { systemClock } from '../../clock.ts';
import type { Config } from '../../config/config.ts';
import { UserError } from '../../errors.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import { findProblems } from '../../org/find-problems.ts';
import type { OrgData } from '../../org/org-schema.ts';
import { createOrgStore, type OrgStore } from '../../org/org-store.ts';
import { parseMap } from '../../org/people-file/find-columns.ts';
import { readPeopleFile } from '../../org/people-file/read-people-file.ts';
import {
  describeCautions,
  describeColumns,
  describeLineProblem,
  describeStaffChange,
} from '../../org/people-import/describe-staff-change.ts';
import { mapColumns } from '../../org/people-import/map-columns.ts';
import { mergeStaff, type StaffChange } from '../../org/people-import/merge-staff.ts';
import { handOverPosts } from '../../org/people-import/org-posts.ts';
import { readStaff } from '../../org/people-import/read-staff.ts';
import { recordTypes } from '../../quality/index.ts';
import { leftToTheBot } from '../../records/decide/dispatch.ts';
import { createRecords } from '../../records/records.ts';
import { createRegistry } from '../../records/registry.ts';
import { createCounters } from '../../records/store/counter-repository.ts';
import { createRecordRepository } from '../../records/store/record-repository.ts';
import { connectStorage } from '../../storage/connect.ts';
import { print } from '../print.ts';
import { handOverRecords } from './hand-over-records.ts';
import { describeLeftBehind, findLeftBehind, type LeftBehind, needsTaker } from './left-behind.ts';
import { parseHandOver, takersOf } from './takers.ts';

/** Options of `qmbot org import people.csv`. */
export interface PeopleOptions {
  readonly apply: boolean;
  /** `姓名=name,部门=department` */
  readonly map?: string;
  readonly handOver: readonly string[];
  readonly handOverToHeads: boolean;
  /** Only people at this site can leave. */
  readonly site?: string;
  /** Ids of people who are not in the file but stay. */
  readonly keep?: string;
  /** The expected number of leavers; required if there are many. */
  readonly leavers?: string;
}

interface Setting {
  readonly config: Config;
  readonly locale: Locale;
  readonly log: Logger;
}

/**
 * `qmbot org import people.csv|xlsx`: prints who would join, move and leave and what leavers leave behind, and with `apply` applies it, the records
 * first. False if the file has a problem or nobody was named to take over; then nothing was changed.
 */
export async function importPeople(file: string, options: PeopleOptions, setting: Setting): Promise<boolean> {
  const table = await readPeopleFile(file);
  const { config, log } = setting;
  const storage = await connectStorage({ mongoUri: config.mongodbUri, dataDir: config.dataDir, log });
  try {
    const store = createOrgStore(storage.connection, systemClock);
    const { data: before } = await store.load();
    const change = readChange(basename(file), table, before, options, setting);
    return change !== null && (await applyChange(change, before, store, storage.connection, options, setting));
  } finally {
    await storage.stop();
  }
}

/** Prints the contents of the file; null if it cannot be used. */
function readChange(
  name: string,
  table: Awaited<ReturnType<typeof readPeopleFile>>,
  before: OrgData,
  { map = '', site, keep = '' }: PeopleOptions,
  { locale }: Setting,
): StaffChange | null {
  const columns = mapColumns(table, parseMap(map));
  const staff = readStaff(table, columns, before);
  const { readAs } = table;
  const count = staff.people.length;
  print([translate(locale, 'people.read', { file: name, readAs, line: columns.headingLine, count })]);
  print(describeColumns(columns, locale));
  if (staff.gone > 0) print([translate(locale, 'people.gone', { count: staff.gone })]);
  const kept = keep.split(/[,，]/).map((id) => id.trim());
  const stray = kept.find((id) => id !== '' && !before.people.some((person) => person.id === id));
  if (stray !== undefined) throw new UserError('org.problem.noPerson', { id: stray });
  if (site !== undefined && !before.sites.some(({ id }) => id === site))
    throw new UserError('org.problem.noSite', { id: site });
  const change = mergeStaff(staff.people, before, { siteId: site ?? null, keep: new Set(kept) });
  const problems = [...staff.problems, ...change.problems].toSorted((left, right) => left.line - right.line);
  if (problems.length === 0) return change;
  print(problems.map((problem) => describeLineProblem(problem, name, locale)));
  print([translate(locale, 'people.nothingApplied', { count: problems.length })]);
  return null;
}

async function applyChange(
  change: StaffChange,
  before: OrgData,
  store: OrgStore,
  connection: Connection,
  options: PeopleOptions,
  { config, locale }: Setting,
): Promise<boolean> {
  const registry = createRegistry(recordTypes);
  const repository = createRecordRepository(connection, registry);
  const today = dayOf(systemClock.now(), before.sites[0]?.zone ?? 'Asia/Shanghai');
  const look = () => findLeftBehind(change, before, { repository, registry, today });
  const left = await look();
  const gone = left.map(({ person }) => person);
  const takers = takersOf(parseHandOver(options.handOver), gone, change.data, options.handOverToHeads);
  const next = handOverPosts(change.data, [...change.leavers, ...gone], takers, today);
  tell(change, before, left, takers, locale);
  const isSame = isDeepStrictEqual(before, next) && left.length === 0;
  if (isSame) print([translate(locale, 'people.same')]);
  const missing = left.filter((each) => needsTaker(each) && !takers.has(each.person.id));
  if (missing.length > 0) print(askForTakers(missing, locale));
  if (isSame || !options.apply) {
    if (!isSame) print([translate(locale, 'people.dryRun')]);
    return true;
  }
  if (missing.length > 0) return false;
  refuseManyLeavers(change, before, options);
  const [problem] = findProblems(next, locale);
  if (problem) throw new UserError('people.wouldBreak', { message: problem.message });
  const org = await store.preview(next);
  const records = createRecords({
    repository,
    registry,
    counters: createCounters(connection),
    clock: systemClock,
    organisation: async () => org,
    routes: () => configuredRoutes(config, next),
    dispatch: leftToTheBot,
  });
  let count = await handOverRecords(records, left, takers);
  await store.change((stored) => {
    if (!isDeepStrictEqual(stored, before)) throw new UserError('org.changedMeanwhile');
    return next;
  });
  // A bot running at the same time may have assigned something to a leaver before it learned of the change.
  count += await handOverRecords(records, await look(), takers);
  if (count > 0) print([translate(locale, 'people.handedOver', { count })]);
  print([translate(locale, 'people.applied')]);
  return true;
}

function tell(
  change: StaffChange,
  before: OrgData,
  left: readonly LeftBehind[],
  takers: ReadonlyMap<string, string>,
  locale: Locale,
): void {
  const linesOf = (id: string) => {
    const found = left.find(({ person }) => person.id === id);
    return found ? describeLeftBehind(found, takers, before, locale) : [];
  };
  print(describeStaffChange(change, before, locale, ({ id }) => linesOf(id)));
  const earlier = left.filter(({ person }) => !person.active);
  if (earlier.length > 0) {
    print([translate(locale, 'people.left', { count: earlier.length })]);
    print(earlier.flatMap(({ person }) => [`  - ${person.id} ${person.name.zh}`, ...linesOf(person.id)]));
  }
  const cautions = describeCautions(change, before, locale);
  if (cautions.length > 0) print(cautions);
}

function askForTakers(missing: readonly LeftBehind[], locale: Locale): string[] {
  return [
    translate(locale, 'people.needsHandOver', { count: missing.length }),
    ...missing.map(({ person }) =>
      translate(locale, 'people.needsHandOver.example', { leaver: person.id, taker: 'ID' }),
    ),
    translate(locale, 'people.needsHandOver.heads'),
  ];
}

/** Guards against an export of a single department, which would make everyone else leave. */
function refuseManyLeavers({ leavers }: StaffChange, { people }: OrgData, options: PeopleOptions): void {
  const active = people.filter((person) => person.active).length;
  const isMany = leavers.length > 5 && leavers.length * 5 > active;
  if (isMany && Number(options.leavers) !== leavers.length) {
    throw new UserError('people.manyLeavers', { active, count: leavers.length });
  }
}
