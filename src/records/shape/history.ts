import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';
import { z } from 'zod';
import { actorSchema } from './actor.ts';
import { changesBetween, type FieldChange, type Plain } from './change.ts';
import { type Common, commonSchema, saidIn } from './common.ts';
import { hashText, isFreeText } from './free-text.ts';

/** The predecessor of a record's first entry. */
export const GENESIS = '0'.repeat(64);

const plain: z.ZodType<Plain> = z.json();

const historyChangeSchema = z.object({
  path: z.string(),
  /** The new value of a leaf that is not free text. */
  value: plain.optional(),
  /** The salted hash of a free text's new value; if both are absent, the leaf was removed. */
  text: z.string().optional(),
});

/** The hashed content: who did what, when, and what changed. Times are ISO 8601 in UTC. */
const contentSchema = z.object({
  seq: z.number().int().nonnegative(),
  prev: z.string().length(64),
  at: z.iso.datetime(),
  actor: actorSchema,
  interaction: z.string(),
  move: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  round: z.number().int().nonnegative(),
  due: z.string().nullable(),
  changes: z.array(historyChangeSchema),
});
export type HistoryContent = z.infer<typeof contentSchema>;

/** One entry of a record's history. `texts` are outside the hashed content, and may be erased. */
export const historyEntrySchema = contentSchema.extend({
  hash: z.string().length(64),
  texts: z.array(z.object({ hash: z.string(), salt: z.string(), text: z.string().nullable() })),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** SHA-256 over the entry's content as canonical JSON (RFC 8785). */
export function hashContent(content: HistoryContent): string {
  return createHash('sha256')
    .update(canonicalize(contentSchema.parse(content)))
    .digest('hex');
}

/** Everything a record's history covers: its type's data, and the common part. */
export interface RecordContent {
  readonly data: unknown;
  readonly common: Common;
}

/** A new entry's content, apart from its position in the chain. */
export interface EntryDraft extends Omit<HistoryContent, 'seq' | 'prev' | 'changes'> {
  readonly before: RecordContent | undefined;
  readonly after: RecordContent;
}

/** The key of the common part in the history, next to the data's own paths. */
const COMMON = 'common';

/** The covered content as one value: its leaves are the paths of the history. Empty parts of `common` are left out. */
export function toldOf({ data, common }: RecordContent): unknown {
  const said = saidIn(common);
  return Object.keys(said).length === 0 ? data : { ...Object(data), [COMMON]: said };
}

/** The next entry of a chain. `salt` makes a fresh random salt for each free text; `schema` determines which leaves of the data are free text. */
export function nextEntry(
  last: HistoryEntry | undefined,
  draft: EntryDraft,
  schema: z.core.$ZodType,
  salt: () => string,
): HistoryEntry {
  const { before, after, ...facts } = draft;
  const texts: HistoryEntry['texts'] = [];
  const hide = ({ path, value }: FieldChange): HistoryContent['changes'][number] => {
    if (value === undefined) return { path };
    if (typeof value !== 'string' || !isText(schema, path.split('.'))) return { path, value };
    const grain = salt();
    const hash = hashText(grain, value);
    texts.push({ hash, salt: grain, text: value });
    return { path, text: hash };
  };
  const content: HistoryContent = {
    ...facts,
    seq: last ? last.seq + 1 : 0,
    prev: last?.hash ?? GENESIS,
    changes: changesBetween(before && toldOf(before), toldOf(after)).map(hide),
  };
  return { ...content, hash: hashContent(content), texts };
}

function isText(schema: z.core.$ZodType, [first = '', ...rest]: readonly string[]): boolean {
  return first === COMMON ? isFreeText(commonSchema, rest) : isFreeText(schema, [first, ...rest]);
}
