import type { Platform } from '../chat/interaction.ts';
import type { PostEffect } from './draw.ts';

/**
 * The least time between two messages of ours in one conversation.
 * Slack: one message a second per channel. https://docs.slack.dev/apis/web-api/rate-limits (2026-11-23)
 * Feishu: five a second per chat. https://open.feishu.cn/document/server-docs/im-v1/message/create (2026-11-23)
 */
export const spacingMs: Readonly<Record<Platform, number>> = { slack: 1_000, feishu: 200, console: 0 };

/**
 * Hands out turns, a conversation's one after the other, so that those who wait know for how long and wake up only once.
 * Lives in the memory of the one process that sends to a workspace.
 */
export interface Pace {
  /** When a message (by its key) may be sent, in epoch milliseconds. Asking again gives the same turn. */
  turn(conversation: Conversation, key: string, now: number): number;
  /** The message is being sent, or needs no turn any more. */
  take(key: string): void;
  /** Nothing to this conversation before an instant; those who have turns get new ones. */
  pause(conversation: Conversation, until: number): void;
  /** Nothing to the workspace before an instant. */
  pauseRoute(route: string, until: number): void;
}

/** A channel, or a person's direct messages, of a workspace. */
export interface Conversation {
  readonly route: string;
  readonly platform: Platform;
  readonly channel: string;
}

/** The conversation that a message goes to. */
export function receiverOf({ route, target }: PostEffect, platform: Platform): Conversation {
  return { route, platform, channel: target.kind === 'channel' ? target.channel : target.userId };
}

interface Turn {
  readonly lane: string;
  readonly route: string;
  readonly at: number;
}

/** A turn that nobody took for so long is forgotten: its effect was settled elsewhere. */
const STALE_MS = 60_000;

/** Makes the pace of a process. */
export function createPace(spacing: Readonly<Record<Platform, number>> = spacingMs): Pace {
  const turns = new Map<string, Turn>();
  const free = new Map<string, number>();
  const routeFree = new Map<string, number>();
  const laneOf = ({ route, channel }: Conversation) => `${route}/${channel}`;

  function revoke(concerns: (turn: Turn) => boolean): void {
    for (const [key, turn] of turns) if (concerns(turn)) turns.delete(key);
  }

  return {
    turn(conversation, key, now) {
      const known = turns.get(key);
      if (known) return known.at;
      revoke(({ at }) => at < now - STALE_MS);
      const lane = laneOf(conversation);
      const { route, platform } = conversation;
      const at = Math.max(now, free.get(lane) ?? 0, routeFree.get(route) ?? 0);
      free.set(lane, at + spacing[platform]);
      turns.set(key, { lane, route, at });
      return at;
    },
    take(key) {
      turns.delete(key);
    },
    pause(conversation, until) {
      const lane = laneOf(conversation);
      revoke((turn) => turn.lane === lane);
      free.set(lane, until);
    },
    pauseRoute(route, until) {
      const lanes = new Set([...turns.values()].filter((turn) => turn.route === route).map(({ lane }) => lane));
      revoke((turn) => turn.route === route);
      // Their turns were in the future; the queue of each begins anew when the pause is over.
      for (const lane of lanes) free.delete(lane);
      routeFree.set(route, until);
    },
  };
}
