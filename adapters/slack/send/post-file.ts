import type { OutFile } from '../../../src/chat/out-file.ts';
import type { SendOutcome, Target } from '../../../src/chat/port.ts';
import { AppError } from '../../../src/errors.ts';
import { putFile } from './put-file.ts';
import { channelOf, placeAt, type Sender } from './send.ts';
import { outcomeBeforeSend, sendOutcome } from './send-outcome.ts';

const UPLOAD_WITHIN_MS = 30_000;

/**
 * Sends a file: uploads it to Slack, then shares it. Until then it is visible to nobody, so that an earlier failure can be
 * retried. Slack reports the message only later: the place names the file.
 */
export async function postFile(sender: Sender, target: Target, file: OutFile): Promise<SendOutcome> {
  let channel: string;
  let id: string;
  try {
    channel = await channelOf(sender, target);
    id = await putFile(sender, file, UPLOAD_WITHIN_MS);
  } catch (error) {
    if (!(error instanceof AppError)) return outcomeBeforeSend(error);
    return { outcome: 'later', afterMs: 5_000, scope: 'channel', reason: error.code };
  }
  try {
    await sender.client.files.completeUploadExternal({ files: [{ id, title: file.name }], channel_id: channel });
    return { outcome: 'sent', place: placeAt(sender, channel, id) };
  } catch (error) {
    return sendOutcome(error);
  }
}
