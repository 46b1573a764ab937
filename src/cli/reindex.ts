import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { recordTypes } from '../quality/index.ts';
import { createRegistry } from '../records/registry.ts';
import { refileRecords } from '../records/search/refile-repository.ts';
import { connectStorage } from '../storage/connect.ts';
import { print } from './print.ts';

/** `qmbot reindex`: re-indexes every record, so that lists and searches find it by its current content. */
export async function reindex(config: Config, log: Logger): Promise<void> {
  const storage = await connectStorage({ mongoUri: config.mongodbUri, dataDir: config.dataDir, log });
  try {
    const registry = createRegistry(recordTypes);
    const { records, unreadable } = await refileRecords(storage.connection, registry, { everything: true });
    print([`${records} records filed, ${unreadable} cannot be read${unreadable > 0 ? ': see qmbot verify' : ''}`]);
  } finally {
    await storage.stop();
  }
}
