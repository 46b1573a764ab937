import { fileMark } from '../../../src/chat/out-file.ts';
import type { LookUp, Target } from '../../../src/chat/port.ts';
import { readFailure } from '../failure.ts';
import { channelOf, EFFECT_EVENT, placeAt, type Sender } from './send.ts';

/** Our clock and Slack's may differ; the search starts this much before `since`. */
const SKEW_MS = 60_000;
/** The page size Slack recommends, and the pages read before we give up: 2 000 messages. */
const PAGE = 200;
const PAGES = 10;

/**
 * Whether a post with this key exists, sent no earlier than `since`, found by the metadata it was posted with. Only
 * messages of our own bot count: another app may write the same metadata.
 * https://docs.slack.dev/reference/methods/conversations.history (2026-11-23)
 */
export async function lookUpPost(
  sender: Sender,
  botId: string,
  target: Target,
  key: string,
  since: Date,
): Promise<LookUp> {
  try {
    const channel = await channelOf(sender, target);
    const oldest = ((since.getTime() - SKEW_MS) / 1000).toFixed(6);
    let cursor: string | undefined;
    for (let page = 0; page < PAGES; page += 1) {
      const answer = await sender.client.conversations.history({
        channel,
        oldest,
        inclusive: true,
        include_all_metadata: true,
        limit: PAGE,
        ...(cursor && { cursor }),
      });
      const message = answer.messages?.find(
        (each) => each.bot_id === botId && (carries(each.metadata, key) || shares(each.files, key)),
      );
      if (message?.ts) return { found: 'yes', place: placeAt(sender, channel, message.ts) };
      cursor = answer.response_metadata?.next_cursor;
      if (!cursor) return { found: 'no' };
    }
    return { found: 'unclear', reason: 'too many messages since' };
  } catch (error) {
    const failure = readFailure(error);
    return { found: 'unclear', reason: failure.kind === 'code' ? failure.code : failure.kind };
  }
}

/** A file has no metadata: its name holds the key's mark. */
function shares(files: readonly { name?: string }[] | undefined, key: string): boolean {
  return files?.some(({ name }) => name?.includes(fileMark(key))) ?? false;
}

function carries(metadata: { event_type?: string; event_payload?: unknown } | undefined, key: string): boolean {
  if (metadata?.event_type !== EFFECT_EVENT) return false;
  const payload = metadata.event_payload;
  return typeof payload === 'object' && payload !== null && 'key' in payload && payload.key === key;
}
