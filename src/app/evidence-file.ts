import type { EvidenceContent } from '../../commands/open-file.ts';
import { fileMark, type OutFile } from '../chat/out-file.ts';
import { AppError } from '../errors.ts';
import { offeredName } from '../files/file-name.ts';
import type { FileStore } from '../files/file-store.ts';
import { typeOfMime } from '../files/file-types.ts';
import type { Organisation, Person } from '../org/organisation.ts';
import { mayRead } from '../records/access.ts';
import { fileEvidence } from '../records/evidence.ts';
import type { Records } from '../records/records.ts';

/** For whom a file is read, and from where. */
interface Reading {
  readonly person: Person;
  readonly org: Organisation;
  readonly now: Date;
  readonly records: Pick<Records, 'load'>;
  readonly files: Pick<FileStore, 'open'>;
}

/**
 * A file of a record's evidence, to be sent to somebody; `key` is that of the effect that sends it. Fails with `file.notToBeHad`
 * where it is not there, or the person may not see the record any more.
 */
export async function evidenceFile(
  { number, evidence: id }: EvidenceContent,
  key: string,
  { person, org, now, records, files }: Reading,
): Promise<OutFile> {
  const record = await records.load({ number });
  const readable = record && person.active && mayRead(record, person.id, org, now) ? record : null;
  const evidence = readable && fileEvidence(readable, id);
  const file = evidence?.stored ? await files.open(evidence.stored.fileId) : null;
  if (!evidence || !file || file.owner !== readable?.id)
    throw new AppError('file.notToBeHad', { number, evidence: id });
  const pieces: Uint8Array[] = [];
  for await (const piece of file.content) pieces.push(piece);
  const name = offeredName(evidence.name, typeOfMime(file.type) ?? { extensions: ['bin'] });
  return { name: marked(name, key), bytes: Buffer.concat(pieces), type: file.type };
}

/** Ahead of the extension, which says what opens it. */
const marked = (name: string, key: string) => name.replace(/(\.[^.]*)?$/, `-${fileMark(key)}$1`);
