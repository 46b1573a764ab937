import type { Logger } from 'pino';
import { systemClock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import { createFileRepository } from '../files/file-repository.ts';
import { createFileStore, type FileStore } from '../files/file-store.ts';
import { recordTypes } from '../quality/index.ts';
import { verifyHistory } from '../records/decide/verify-history.ts';
import { createRegistry, type Registry } from '../records/registry.ts';
import { createRecordRepository, type RecordRepository } from '../records/store/record-repository.ts';
import { connectStorage } from '../storage/connect.ts';
import { print } from './print.ts';
import { verifyFiles } from './verify-files.ts';

/** The result of checking all histories: how many there are, and a line for each problem. */
export interface Verification {
  readonly records: number;
  readonly faults: readonly string[];
}

/**
 * Checks the hash chain of every record, that its history adds up to its data, every stored file if `files` is given, and what records froze if
 * `registry` is given.
 */
export async function verifyAll(
  repository: Pick<RecordRepository, 'all'>,
  files?: Pick<FileStore, 'open'>,
  registry?: Registry,
): Promise<Verification> {
  const faults: string[] = [];
  let records = 0;
  const unreadable = (error: unknown) => faults.push(error instanceof Error ? error.message : String(error));
  for await (const record of repository.all(unreadable)) {
    records += 1;
    for (const { seq, fault, detail } of verifyHistory(record.history, record)) {
      const place = seq === null ? record.number : `${record.number} entry ${seq}`;
      faults.push(`${place}: ${fault}${detail === undefined ? '' : ` (${detail})`}`);
    }
    const isSealed = registry?.has(record.type) ? registry.get(record.type).sealed?.(record) : undefined;
    if (isSealed === false) faults.push(`${record.number}: what was frozen has changed`);
    if (files) faults.push(...(await verifyFiles(record, files)));
  }
  return { records, faults };
}

/** `qmbot verify`: prints the result; true if no history has a problem. */
export async function verify(config: Config, log: Logger): Promise<boolean> {
  const storage = await connectStorage({ mongoUri: config.mongodbUri, dataDir: config.dataDir, log });
  try {
    const registry = createRegistry(recordTypes);
    const { records, faults } = await verifyAll(
      createRecordRepository(storage.connection, registry),
      createFileStore(createFileRepository(storage.connection), systemClock),
      registry,
    );
    print([...faults, `${records} records checked, ${faults.length} faults`]);
    return faults.length === 0;
  } finally {
    await storage.stop();
  }
}
