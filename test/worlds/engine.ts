import mongoose, { type Connection } from 'mongoose';
import { createFinders } from '../../src/app/finders.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import { recordTypes } from '../../src/quality/index.ts';
import { leftToTheBot } from '../../src/records/decide/dispatch.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import { createRecords, type Records } from '../../src/records/records.ts';
import { createRegistry, type Registry } from '../../src/records/registry.ts';
import type { Reports } from '../../src/records/shape/report-query.ts';
import { createCounters } from '../../src/records/store/counter-repository.ts';
import { draftEvidenceModel } from '../../src/records/store/draft-evidence-model.ts';
import { recordModel } from '../../src/records/store/record-model.ts';
import { createRecordRepository, type RecordRepository } from '../../src/records/store/record-repository.ts';
import { createReports } from '../../src/records/store/report-repository.ts';
import { openTestDatabase } from '../support/database.ts';
import { MONDAY, testOrganisation } from '../support/organisation.ts';

/** The record engine over a database of its own. */
export interface Engine extends ReturnType<typeof createFinders> {
  readonly records: Records;
  readonly repository: RecordRepository;
  readonly registry: Registry;
  readonly reports: Reports;
  readonly connection: Connection;
  readonly org: Organisation;
  /** The ids that the engine reported as written, in order. */
  readonly changed: string[];
  now(): Date;
  at(instant: string): void;
  /** Another engine over the same database, like a second replica; `types` may be of a later version. */
  another(parts?: { types?: readonly RecordType<unknown>[]; repository?: RecordRepository }): Records;
  stop(): Promise<void>;
}

/** Opens a database with its indexes, and an engine over it with a clock set by the test. */
export async function openEngine(
  types: readonly RecordType<unknown>[] = recordTypes,
  org: Organisation = testOrganisation(),
): Promise<Engine> {
  const database = await openTestDatabase();
  const connection = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
  await Promise.all([recordModel, draftEvidenceModel].map((model) => model(connection).createIndexes()));
  const registry = createRegistry(types);
  const repository = createRecordRepository(connection, registry);
  const reports = createReports(connection, registry);
  const finders = createFinders(connection, registry);
  const changed: string[] = [];
  let now = MONDAY;
  const clock = { now: () => now };
  const another: Engine['another'] = (parts = {}) => {
    const given = parts.types ? createRegistry(parts.types) : registry;
    return createRecords({
      repository: parts.repository ?? createRecordRepository(connection, given),
      registry: given,
      counters: createCounters(connection),
      clock,
      organisation: async () => org,
      routes: () => new Set(['console:local']),
      dispatch: { ...leftToTheBot, saved: ({ id }) => void changed.push(id) },
    });
  };
  return {
    records: another(),
    ...finders,
    repository,
    registry,
    reports,
    connection,
    org,
    changed,
    now: clock.now,
    at(instant) {
      now = new Date(instant);
    },
    another,
    async stop() {
      await connection.close();
      await database.stop();
    },
  };
}
