import { z } from 'zod';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]).default(false);
const argumentsSchema = z.object({
  channel: z.string(),
  oldest: z.coerce.number().default(0),
  inclusive: flag,
  include_all_metadata: flag,
  limit: z.coerce.number().int().min(1).max(999).default(100),
  cursor: z.string().default('0'),
});

/**
 * A channel's messages, the newest first, with a cursor where there are more; metadata only when asked for.
 * https://docs.slack.dev/reference/methods/conversations.history (2026-11-23)
 */
export function history(world: World, args: unknown): Record<string, unknown> {
  const parsed = argumentsSchema.safeParse(args);
  if (!parsed.success) throw new Refusal('invalid_arguments');
  const { channel: id, oldest, inclusive, include_all_metadata, limit, cursor } = parsed.data;
  const channel = world.channels.get(id);
  if (channel === undefined) throw new Refusal('channel_not_found');
  if (!channel.joined) throw new Refusal('not_in_channel');
  const start = Number(cursor);
  if (!Number.isSafeInteger(start)) throw new Refusal('invalid_cursor');
  const found = world.messages
    .filter((each) => each.channel === id && (Number(each.ts) > oldest || (inclusive && Number(each.ts) === oldest)))
    .reverse();
  const page = found.slice(start, start + limit).map(({ metadata, ts, text, bot_id, files }) => ({
    type: 'message',
    ts,
    text,
    ...(bot_id && { bot_id }),
    ...(files && { files: files.map((file) => ({ id: file, name: world.files.get(file)?.name })) }),
    ...(include_all_metadata && metadata !== undefined && { metadata }),
  }));
  const more = found.length > start + limit;
  return { messages: page, has_more: more, response_metadata: { next_cursor: more ? String(start + limit) : '' } };
}
