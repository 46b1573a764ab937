import type { WebClient } from '@slack/web-api';
import { AppError } from '../../../src/errors.ts';
import type { HttpClient } from '../../../src/http-client/http-client.ts';

/** What uploading files to Slack needs. */
export interface Putting {
  readonly client: WebClient;
  readonly httpClient: HttpClient;
}

/**
 * The first two of the three steps of an upload: asks where to upload a file, and uploads it. Returns its id; until the last
 * step it is visible to nobody. Rejects if Slack refuses, and with AppError `slack.uploadRefused`.
 * https://docs.slack.dev/messaging/working-with-files#upload (2026-11-25)
 */
export async function putFile(
  { client, httpClient }: Putting,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  withinMs: number,
): Promise<string> {
  const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal({
    filename: name,
    length: bytes.length,
  });
  if (!url || !id) throw new AppError('slack.uploadRefused');
  const headers = { 'content-type': 'application/octet-stream' };
  const { status } = await httpClient.request({ method: 'POST', url, headers, body: bytes, withinMs });
  if (status < 200 || status > 299) throw new AppError('slack.uploadRefused', { status });
  return id;
}
