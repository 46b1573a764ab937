import { Readable } from 'node:stream';
import { z } from 'zod';
import type { FileRef } from '../../../src/chat/file-ref.ts';
import type { Download } from '../../../src/chat/port.ts';
import type { FeishuClient } from '../client.ts';
import { toSendOutcome } from '../send/send-outcome.ts';

/** Identifies a resource of a message: the message, the resource's key, and which of the two types it is. */
interface FileKey {
  readonly message: string;
  readonly key: string;
  /** Pictures are one type, everything else the other. https://open.feishu.cn/document/server-docs/im-v1/message/get-2 (2026-11-24) */
  readonly type: 'image' | 'file';
}

/** Parses the `ref` of a file as `resourceRef` writes it; null if it is not one of ours. */
function readFileKey(ref: string): FileKey | null {
  const [, message, type, key] = /^([\w-]{1,200})\/(image|file)\/([\w.-]{1,200})$/.exec(ref) ?? [];
  if ((type !== 'image' && type !== 'file') || message === undefined || key === undefined) return null;
  return { message, key, type };
}

const RETRY_MS = 5_000;
/** A missing permission can be granted only by an administrator. */
const ADMINISTRATOR_WAIT_MS = 15 * 60_000;

/** The SDK's response for a resource: its body and headers. */
const resourceSchema = z.object({
  getReadableStream: z.custom<() => unknown>((value) => typeof value === 'function'),
  headers: z.record(z.string(), z.unknown()),
});

/** "No permission", for the app or its scopes. https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN (2026-11-24) */
const needsAdministrator = new Set([99991672, 99991679]);

/**
 * Downloads a picture or a file from a message.
 * https://open.feishu.cn/document/server-docs/im-v1/message/get-2 (2026-11-24): at most 100 MB, none from a bundle of forwarded messages.
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
  // A gateway in between that requires a sign-in.
  if (/^text\/html\b/i.test(String(resource.data.headers['content-type'])) && !/\.x?html?$/i.test(name)) {
    content.destroy();
    return later(RETRY_MS, 'a page in place of the file');
  }
  // The reader sees the error there; an unhandled stream error would end the process.
  content.on('error', () => undefined);
  signal.addEventListener('abort', () => content.destroy(new Error('stopped')), { once: true });
  return { outcome: 'stream', content };
}

const later = (afterMs: number, reason: string): Download => ({ outcome: 'later', afterMs, reason });
