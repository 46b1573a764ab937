import { z } from 'zod';
import { checkContent } from './check.ts';
import { Refusal } from './refusal.ts';
import { nextId, nextTs, type StandInEphemeral, type StandInMessage, type World } from './world.ts';

const THIRTY_MINUTES = 30 * 60_000;
const bodySchema = z.looseObject({
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
});

/** A way to answer an interaction. https://docs.slack.dev/interactivity/handling-user-interaction#message_responses (2026-11-23) */
export function grantResponseUrl(
  world: World,
  user: string,
  channel: string,
  message?: StandInMessage | StandInEphemeral,
): string {
  const id = nextId('R');
  world.responseUrls.set(id, {
    user,
    channel,
    message,
    expires: world.clock.now().getTime() + THIRTY_MINUTES,
    uses: 0,
  });
  return id;
}

/** Answers over a response URL: five times in thirty minutes. Returns the HTTP status. */
export function respondTo(world: World, id: string, body: string): number {
  const url = world.responseUrls.get(id);
  if (url === undefined || url.uses >= 5 || world.clock.now().getTime() > url.expires) return 404;
  try {
    const parsed = bodySchema.parse(JSON.parse(body));
    const content = checkContent(parsed, world);
    url.uses += 1;
    const { user, channel, message } = url;
    if (parsed.replace_original && message) {
      if (message.kind === 'message') replace(world.messages, message, { ...message, ...content, edited: true });
      else replace(world.ephemerals, message, { ...message, ...content });
    } else if (parsed.response_type === 'in_channel') {
      world.messages.push({ kind: 'message', channel, ts: nextTs(world), bot_id: world.bot.id, ...content });
    } else {
      world.ephemerals.push({ kind: 'ephemeral', channel, ts: nextTs(world), user, ...content });
    }
    return 200;
  } catch (error) {
    if (error instanceof Refusal || error instanceof z.ZodError) return 400;
    throw error;
  }
}

function replace<T extends { readonly ts: string }>(list: T[], old: T, now: T): void {
  const index = list.findIndex((each) => each.ts === old.ts);
  if (index >= 0) list[index] = now;
}
