import type { Interaction } from '../chat/interaction.ts';
import type { Reply } from '../chat/reply.ts';
import type { Plain } from '../records/shape/change.ts';
import { type Effect, waiting } from '../records/shape/effect.ts';

/** The answer to an event as an effect for the outbox to post: to the user alone, once under the event's key. */
export function effectsOf(key: string, interaction: Interaction, reply: Reply, now: Date): Effect[] {
  if (reply.kind === 'nothing') return [];
  const { platform, workspace, userId } = interaction;
  const intent = {
    kind: 'post',
    key: `reply:${key}`,
    route: `${platform}:${workspace}`,
    target: { kind: 'user', userId },
    purpose: 'reply',
    locale: reply.locale ?? 'zh-CN',
    content: plainOf(reply),
  } as const;
  return [waiting(intent, now)];
}

/** A reply as JSON: without undefined values. */
const plainOf = (reply: Reply): Plain => JSON.parse(JSON.stringify(reply));
