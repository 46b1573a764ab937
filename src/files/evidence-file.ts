import { z } from 'zod';
import { fileMark, type OutFile } from '../chat/out-file.ts';
import { AppError } from '../errors.ts';
import type { Organisation, Person } from '../org/organisation.ts';
import { fileEvidence } from '../records/decide/evidence.ts';
import type { Records } from '../records/records.ts';
import { mayRead } from '../records/shape/access.ts';
import { offeredName } from './file-name.ts';
import type { FileStore } from './file-store.ts';
import { typeOfMime } from './file-types.ts';

/** Identifies the file to send: stored with the effect, so that the file and its reader's access are looked up when it is sent. */
export const evidenceContent = z.object({ file: z.literal('evidence'), number: z.string(), evidence: z.string() });
export type EvidenceContent = z.infer<typeof evidenceContent>;

/** Whom a file is read for, and from where. */
interface Reading {
  readonly person: Person;
  readonly org: Organisation;
  readonly now: Date;
  readonly records: Pick<Records, 'load'>;
  readonly files: Pick<FileStore, 'open'>;
}

/**
 * A file of a record's evidence, to send to a person; `key` is that of the effect that sends it. Fails with `file.notToBeHad` if it does not exist,
 * or the person may no longer see the record.
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

/** Before the extension, which determines the program that opens it. */
const marked = (name: string, key: string) => name.replace(/(\.[^.]*)?$/, `-${fileMark(key)}$1`);
