import type { WebClient } from '@slack/web-api';
import { AppError } from '../../src/errors.ts';

/**
 * The first two of the three steps of an upload: asks where to put a file, and puts it there. Gives its id; until the last
 * step nobody sees anything. Rejects as Slack refuses, and with AppError `slack.uploadRefused`.
 * https://docs.slack.dev/messaging/working-with-files#upload (2026-11-25)
 */
export async function putFile(
  client: WebClient,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  withinMs: number,
): Promise<string> {
  const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal({
    filename: name,
    length: bytes.length,
  });
  if (!url || !id) throw new AppError('slack.uploadRefused');
  const put = await fetch(url, {
    method: 'POST',
    body: new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }),
    signal: AbortSignal.timeout(withinMs),
  });
  await put.arrayBuffer();
  if (!put.ok) throw new AppError('slack.uploadRefused', { status: put.status });
  return id;
}
