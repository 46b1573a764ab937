import type { Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import { createFileRepository } from '../files/file-repository.ts';
import { createFileStore, type FileStore } from '../files/file-store.ts';
import type { Records } from '../records/records.ts';

/** The file store, and a sweep of it that knows which files records hold. */
export function openFiles(
  connection: Connection,
  clock: Clock,
  records: Pick<Records, 'load'>,
): { readonly files: FileStore; readonly sweepFiles: () => Promise<number> } {
  const files = createFileStore(createFileRepository(connection), clock);
  const holds = async (owner: string, fileId: string) => {
    const record = await records.load({ id: owner });
    return record?.common.evidence.some((one) => one.kind === 'file' && one.stored?.fileId === fileId) ?? false;
  };
  return { files, sweepFiles: () => files.sweep(holds) };
}
