import type { OutFile } from '../../src/chat/out-file.ts';
import type { SendOutcome, Target } from '../../src/chat/port.ts';
import { channelOf, placeAt, type Sender } from './send.ts';
import { outcomeBeforeSend, sendOutcome } from './send-outcome.ts';

const UPLOAD_WITHIN_MS = 30_000;

/**
 * Sends a file in three steps: ask where to put it, put it there, share it. Until the last nobody sees anything, so that what
 * fails before may be tried again. Slack tells the message only later: the place names the file.
 * https://docs.slack.dev/messaging/working-with-files#upload (2026-11-25)
 */
export async function postFile(sender: Sender, target: Target, file: OutFile): Promise<SendOutcome> {
  const { client } = sender;
  let channel: string;
  let id: string;
  try {
    channel = await channelOf(sender, target);
    const grant = await client.files.getUploadURLExternal({ filename: file.name, length: file.bytes.length });
    if (!grant.upload_url || !grant.file_id) return later('no address to upload to');
    id = grant.file_id;
    const put = await fetch(grant.upload_url, {
      method: 'POST',
      body: new Blob([new Uint8Array(file.bytes)], { type: 'application/octet-stream' }),
      signal: AbortSignal.timeout(UPLOAD_WITHIN_MS),
    });
    await put.arrayBuffer();
    if (!put.ok) return later(`upload answered ${put.status}`);
  } catch (error) {
    return outcomeBeforeSend(error);
  }
  try {
    await client.files.completeUploadExternal({ files: [{ id, title: file.name }], channel_id: channel });
    return { outcome: 'sent', place: placeAt(sender, channel, id) };
  } catch (error) {
    return sendOutcome(error);
  }
}

const later = (reason: string): SendOutcome => ({ outcome: 'later', afterMs: 5_000, scope: 'channel', reason });
