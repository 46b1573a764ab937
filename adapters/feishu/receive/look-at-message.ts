import { BUNDLE_LIMIT, MESSAGE_LIMIT, type Message } from '../../../src/chat/message.ts';
import type { Place } from '../../../src/chat/place.ts';
import type { MessageReading } from '../../../src/chat/port.ts';
import type { FeishuClient } from '../client.ts';
import { describeFailure, type Failure } from '../failure.ts';
import { itemsSchema, type MessageItem } from '../schema.ts';
import { nameMentions, readContent } from './read-content.ts';

/** What is needed to tell the authors of messages. */
export interface Looking {
  readonly client: FeishuClient;
  readonly appId: string;
  /** The bot's open_id; undefined while it is not known. */
  readonly bot: () => Promise<string | undefined>;
}

/**
 * Final errors: deleted; no permission; the bot is not in the chat; not visible to it; not a message at all.
 * https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/get (2026-11-23)
 */
const because: Readonly<Record<number, 'deleted' | 'hidden'>> = {
  230110: 'deleted',
  230001: 'hidden',
  230002: 'hidden',
  230027: 'hidden',
  230050: 'hidden',
};

/**
 * Reads the message at a place; for a bundle of forwarded messages, those, in the order in which they were written. In groups it
 * needs `im:message.group_msg`.
 */
export async function lookAtMessage({ client, appId, bot }: Looking, place: Place): Promise<MessageReading> {
  const outcome = await client.call((sdk, options) =>
    sdk.im.v1.message.get({ path: { message_id: place.message }, params: { user_id_type: 'open_id' } }, options),
  );
  if (!outcome.ok) return toReading(outcome.failure);
  const parsed = itemsSchema.safeParse(outcome.value);
  if (!parsed.success) return { found: 'unclear', reason: 'the message could not be read' };
  const [first, ...others] = parsed.data.data.items;
  if (!first || first.deleted) return { found: 'no', because: 'deleted' };
  const own = await bot();
  const shown = first.msg_type === 'merge_forward' ? inOrder(others) : [first];
  return { found: 'yes', messages: shown.map((item) => toMessage(item, { appId, own, place })) };
}

function toReading(failure: Failure): MessageReading {
  const final = failure.kind === 'answered' ? because[failure.code] : undefined;
  return final ? { found: 'no', because: final } : { found: 'unclear', reason: describeFailure(failure) };
}

function inOrder(items: readonly MessageItem[]): MessageItem[] {
  return items
    .filter(({ deleted }) => !deleted)
    .toSorted((left, right) => Number(left.create_time) - Number(right.create_time))
    .slice(0, BUNDLE_LIMIT);
}

function toMessage(
  item: MessageItem,
  { appId, own, place }: { readonly appId: string; readonly own: string | undefined; readonly place: Place },
): Message {
  const { message_id: message, msg_type: type, body, mentions = [], upper_message_id: upper } = item;
  const { text, files, other } = readContent(message, type, body?.content ?? '', place.workspace);
  // Files of a forwarded message cannot be downloaded: Feishu refuses.
  const forwarded = upper !== undefined && files.length > 0;
  const unread = forwarded ? type : other;
  return {
    place: { ...place, message },
    author: authorOf(item, appId),
    sentAt: new Date(Number(item.create_time)).toISOString(),
    text: nameMentions(text, mentions, ({ id, name }) => (id === own ? null : name)).slice(0, MESSAGE_LIMIT),
    files: forwarded ? [] : [...files],
    ...(unread !== undefined && { other: unread }),
  };
}

function authorOf({ sender }: MessageItem, appId: string): Message['author'] {
  if (sender?.sender_type !== 'user') return { kind: sender?.id === appId ? 'self' : 'bot' };
  return { kind: 'person', userId: sender.id };
}
