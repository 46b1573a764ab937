import { Readable } from 'node:stream';
import { z } from 'zod';
import type { FileRef } from '../../../src/chat/file-ref.ts';
import type { Download } from '../../../src/chat/port.ts';
import type { FeishuClient } from '../client.ts';
import { toSendOutcome } from '../send/send-outcome.ts';

/** What names a resource of a message: the message, the key of the resource in it, and which of two sorts it is. */
interface FileKey {
  readonly message: string;
  readonly key: string;
  /** Pictures are one sort, everything else the other. https://open.feishu.cn/document/server-docs/im-v1/message/get-2 (2026-11-24) */
  readonly type: 'image' | 'file';
}

/** Reads the `ref` of a file as `resourceRef` writes it; null for what is none of ours. */
function readFileKey(ref: string): FileKey | null {
  const [, message, type, key] = /^([\w-]{1,200})\/(image|file)\/([\w.-]{1,200})$/.exec(ref) ?? [];
  if ((type !== 'image' && type !== 'file') || message === undefined || key === undefined) return null;
  return { message, key, type };
}

const RETRY_MS = 5_000;
/** A permission that is missing is given by an administrator, if at all. */
const ADMINISTRATOR_WAIT_MS = 15 * 60_000;

/** What the SDK gives for a resource: its body, and the headers it came with. */
const resourceSchema = z.object({
  getReadableStream: z.custom<() => unknown>((value) => typeof value === 'function'),
  headers: z.record(z.string(), z.unknown()),
});

/** "No permission", of the app or of its scopes. https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN (2026-11-24) */
const needsAdministrator = new Set([99991672, 99991679]);

/**
 * Fetches a picture or a file out of a message.
 * https://open.feishu.cn/document/server-docs/im-v1/message/get-2 (2026-11-24): 100 MB at most, none of a forwarded bundle.
 */
export async function downloadFile(
  client: FeishuClient,
  { ref, name }: FileRef,
  signal: AbortSignal,
): Promise<Download> {
  const file = readFileKey(ref);
  if (file === null) return { outcome: 'gone', reason: 'no resource of a message' };
  const outcome = await client.call((sdk, options) =>
    sdk.im.v1.messageResource.get(
      { path: { message_id: file.message, file_key: file.key }, params: { type: file.type } },
      options,
    ),
  );
  if (!outcome.ok) {
    const { failure, tokenless } = outcome;
    if (failure.kind === 'answered' && needsAdministrator.has(failure.code))
      return later(ADMINISTRATOR_WAIT_MS, String(failure.code));
    const meaning = toSendOutcome(failure, tokenless);
    if (meaning.outcome === 'later') return later(meaning.afterMs, meaning.reason);
    return meaning.outcome === 'refused'
      ? { outcome: 'gone', reason: meaning.reason }
      : later(RETRY_MS, meaning.reason);
  }
  const resource = resourceSchema.safeParse(outcome.value);
  const content = resource.success ? resource.data.getReadableStream() : undefined;
  if (!resource.success || !(content instanceof Readable)) return later(RETRY_MS, 'unreadable answer');
  // A gateway on the way that wants to be signed in to.
  if (/^text\/html\b/i.test(String(resource.data.headers['content-type'])) && !/\.x?html?$/i.test(name)) {
    content.destroy();
    return later(RETRY_MS, 'a page in place of the file');
  }
  // Whoever reads it hears of its end there; an error that nobody listens to would end the process.
  content.on('error', () => undefined);
  signal.addEventListener('abort', () => content.destroy(new Error('stopped')), { once: true });
  return { outcome: 'stream', content };
}

const later = (afterMs: number, reason: string): Download => ({ outcome: 'later', afterMs, reason });
