import { z } from 'zod';
import { type FileRef, fileRefSchema } from '../../chat/file-ref.ts';
import type { Refusal } from '../declaration/ask.ts';
import type { ActorContext } from '../declaration/record-context.ts';
import type { Common, Evidence, FileEvidence } from '../shape/common.ts';
import { freeText } from '../shape/free-text.ts';
import { nextId } from '../shape/next-id.ts';
import type { RecordOf } from '../shape/record.ts';

const quote = z.object({
  kind: z.literal('quote'),
  text: freeText(3000),
  authorId: z.string().max(100).nullable(),
  authorName: freeText(200).optional(),
  saidAt: z.iso.datetime(),
  link: z.url().max(1000).optional(),
});

/** A file still stored by its platform: it is fetched afterwards. */
const file = z.object({ kind: z.literal('file'), name: freeText(255), ref: fileRefSchema });

/** Evidence not yet attached to a record. */
export const newEvidenceSchema = z.discriminatedUnion('kind', [quote, file]);
export type NewEvidence = z.infer<typeof newEvidenceSchema>;

/** The most pieces of evidence per record. */
export const EVIDENCE_LIMIT = 100;

/** New evidence in stored form, numbered after the existing evidence: with who added it, and when (UTC). */
export function addedEvidence(
  items: readonly NewEvidence[],
  held: readonly Evidence[],
  by: string,
  now: Date,
): Evidence[] {
  const added = { addedBy: by, addedAt: now.toISOString() };
  const all: Evidence[] = [...held];
  for (const item of items) {
    const id = nextId('E', all);
    all.push(item.kind === 'file' ? { ...item, ...added, id, state: 'fetching' } : { ...item, ...added, id });
  }
  return all;
}

/** Evidence the record does not have yet: the same words of the same person at the same time, or the same file, count once. */
export function unknownTo(held: readonly Evidence[], items: readonly NewEvidence[]): NewEvidence[] {
  const known = new Set(held.filter((item) => !(item.kind === 'file' && item.state === 'refused')).map(identityOf));
  return items.filter((item) => !known.has(identityOf(item)));
}

function identityOf(item: Evidence | NewEvidence): string {
  if (item.kind === 'file') {
    return item.ref ? JSON.stringify(['file', item.ref.platform, item.ref.workspace, item.ref.ref]) : '';
  }
  return JSON.stringify(['quote', item.saidAt, item.authorId, item.authorName ?? '', item.text]);
}

/** The name of a file without one, such as pictures in Feishu. */
const UNNAMED = 'image';

/** The common part with a form's files added as evidence, to be fetched; files already there are left out. */
export function withFiles(common: Common, files: readonly FileRef[], { actorId, now }: ActorContext): Common {
  const items = files.map((ref): NewEvidence => ({ kind: 'file', name: ref.name.trim() || UNNAMED, ref }));
  const evidence = addedEvidence(unknownTo(common.evidence, items), common.evidence, actorId ?? '', now);
  return { ...common, evidence };
}

/** Why this many more files do not fit, or null. */
export function refuseFiles({ common, number }: RecordOf<unknown>, files: readonly FileRef[]): Refusal | null {
  if (common.evidence.length + files.length <= EVIDENCE_LIMIT) return null;
  return { key: 'evidence.full', params: { number, most: EVIDENCE_LIMIT } };
}

/** A file in the evidence, by its id. */
export function fileEvidence({ common }: Pick<RecordOf<unknown>, 'common'>, id: string): FileEvidence | undefined {
  return common.evidence.find((one): one is FileEvidence => one.kind === 'file' && one.id === id);
}

/** The common part with one file changed. */
export function withFile(common: Common, id: string, change: Partial<FileEvidence>): Common {
  const evidence = common.evidence.map((one) => (one.kind === 'file' && one.id === id ? { ...one, ...change } : one));
  return { ...common, evidence };
}
