import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { Registry } from '../records/registry.ts';
import { refileRecords } from '../records/search/refile-repository.ts';

/** Files the records that an earlier version saved, so that lists and searches find them from the first moment. */
export async function refileAtStart(connection: Connection, registry: Registry, log: Logger): Promise<void> {
  const { records, unreadable } = await refileRecords(connection, registry);
  if (records > 0) log.info({ records }, 'records were filed anew for lists and searches');
  if (unreadable > 0) log.warn({ unreadable }, 'records cannot be read and are in no list; qmbot verify names them');
}
