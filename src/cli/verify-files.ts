import { createHash } from 'node:crypto';
import type { FileStore } from '../files/file-store.ts';
import type { RecordOf } from '../records/shape/record.ts';

/** Problems with the stored files of a record: missing, or different from what the record says. */
export async function verifyFiles(
  { id, number, common }: Pick<RecordOf<unknown>, 'id' | 'number' | 'common'>,
  files: Pick<FileStore, 'open'>,
): Promise<string[]> {
  const faults: string[] = [];
  for (const item of common.evidence) {
    if (item.kind !== 'file' || !item.stored) continue;
    const { fileId, sha256 } = item.stored;
    const file = await files.open(fileId);
    if (file?.owner !== id) faults.push(`${number} file ${item.id}: missing`);
    else if ((await hashOf(file.content)) !== sha256) faults.push(`${number} file ${item.id}: content differs`);
  }
  return faults;
}

/** Null if the content cannot be read to its end. */
async function hashOf(content: AsyncIterable<Uint8Array>): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const piece of content) hash.update(piece);
    return hash.digest('hex');
  } catch {
    return null;
  }
}
