import { AppError } from '../errors.ts';
import type { OrgStore } from '../org/org-store.ts';
import type { Fetching } from '../outbox/fetching.ts';
import { fileEvidence } from '../records/decide/evidence.ts';
import type { Records } from '../records/records.ts';
import type { fileRefusals } from '../records/shape/common.ts';
import type { RecordOf } from '../records/shape/record.ts';
import type { FileStore } from './file-store.ts';

const system = { kind: 'system', name: 'outbox' } as const;

/** How long a stored file may exist before its record holds it: longer than anything between the two steps takes. */
const LINGERS_MS = 3_600_000;
const MEGABYTE = 1024 * 1024;

/** Fetches evidence: from the platform into the file store, and then updates the record. */
export function createFetching(parts: {
  readonly records: Pick<Records, 'perform'>;
  readonly files: FileStore;
  readonly organisation: Pick<OrgStore, 'load'>;
  /** A file made from the record itself, as a PNG; null if there is nothing to make it from. */
  readonly make: (record: RecordOf<unknown>, what: string) => Promise<Uint8Array | null>;
}): Fetching {
  const { records, files, organisation, make } = parts;

  async function tell(id: string, move: string, interaction: string, answers: object): Promise<void> {
    const request = { move, answers, actor: system, interaction, round: null };
    const { verdict } = await records.perform({ id }, request);
    // Refused: another process has updated the record already.
    if (verdict.verdict === 'errors') throw new AppError('evidence.notTold', { id, move });
  }
  const refuse = (id: string, key: string, evidence: string, reason: (typeof fileRefusals)[number]) =>
    tell(id, 'fileRefused', key, { evidence, reason });

  return {
    async fetch({ key, evidence }, record, from, signal) {
      const file = fileEvidence(record, evidence);
      if (file?.state !== 'fetching') return { outcome: 'done' };
      const { name, ref, made } = file;
      const store = async (content: AsyncIterable<Uint8Array>) => {
        const { megabytes, kinds } = (await organisation.load()).settings.files;
        const allowed = made === undefined ? kinds : (['picture'] as const);
        const upload = {
          owner: record.id,
          name,
          mostBytes: megabytes * MEGABYTE,
          kinds: allowed,
          lingersMs: LINGERS_MS,
        };
        const stored = await files.put(content, upload);
        if (!stored.stored) return refuse(record.id, key, evidence, stored.reason);
        const { id: fileId, sha256, size, type } = stored;
        await tell(record.id, 'fileStored', key, { evidence, fileId, sha256, size, type });
        await files.settle(fileId);
      };
      if (made !== undefined) {
        const bytes = await make(record, made);
        await (bytes ? store(piecesOf(bytes)) : refuse(record.id, key, evidence, 'gone'));
        return { outcome: 'done' };
      }
      if (!ref || !from) {
        await refuse(record.id, key, evidence, 'gone');
        return { outcome: 'done' };
      }
      const download = await from.download(ref, signal);
      switch (download.outcome) {
        case 'later':
          return download;
        case 'gone':
          await refuse(record.id, key, evidence, 'gone');
          return { outcome: 'done' };
        case 'stream':
          await store(download.content);
          return { outcome: 'done' };
        default:
          return download satisfies never;
      }
    },
    giveUp: ({ key, evidence }, { id }) => refuse(id, key, evidence, 'undelivered'),
  };
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
