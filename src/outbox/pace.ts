import type { Platform } from '../chat/interaction.ts';
import type { PostEffect } from './draw.ts';

/**
 * The minimum time between two of our messages in one conversation.
 * Slack: one message per second per channel. https://docs.slack.dev/apis/web-api/rate-limits (2026-11-23)
 * Feishu: five per second per chat. https://open.feishu.cn/document/server-docs/im-v1/message/create (2026-11-23)
 */
export const spacingMs: Readonly<Record<Platform, number>> = { slack: 1_000, feishu: 200, console: 0 };

/**
 * How many cards of a workspace may be redrawn at once, and after that at which interval in milliseconds.
 * Slack: `chat.update` is tier 3, fifty per minute per workspace. https://docs.slack.dev/reference/methods/chat.update (2026-12-01)
 * Feishu: fifty per second per app. https://open.feishu.cn/document/server-docs/im-v1/message-card/patch (2026-12-01)
 */
export const refreshes: Readonly<Record<Platform, { readonly burst: number; readonly everyMs: number }>> = {
  slack: { burst: 50, everyMs: 1_200 },
  feishu: { burst: 50, everyMs: 20 },
  console: { burst: 1, everyMs: 0 },
};

/**
 * Assigns send times, one after the other within a conversation, so that each waiting message knows its time and wakes up only once. Lives in the
 * memory of the one process that sends to a workspace.
 */
export interface Pace {
  /** When a message (by its key) may be sent, in epoch milliseconds. Asking again returns the same time. */
  turn(conversation: Conversation, key: string, now: number): number;
  /** The same for redrawing a card, which platforms limit per workspace and not per conversation. */
  refreshTurn(conversation: Conversation, place: string, now: number): number;
  /** The message is being sent or the card drawn, or no longer needs its turn. */
  take(key: string): void;
  /** Blocks this conversation until an instant; waiting messages get new times. */
  pause(conversation: Conversation, until: number): void;
  /** Blocks the workspace until an instant. */
  pauseRoute(route: string, until: number): void;
  /** Blocks redrawing cards in the workspace until an instant; messages continue. */
  pauseRefreshes(route: string, until: number): void;
}

/** A channel, or a person's direct messages, in a workspace. */
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
  /** What the turn is limited by: a conversation, or a workspace's refreshes. */
  readonly lane: string;
  readonly route: string;
  readonly at: number;
}

/** A turn not taken for this long is forgotten: its effect was settled elsewhere. */
const STALE_MS = 60_000;

/** Creates the pacing of a process. */
export function createPace(spacing: Readonly<Record<Platform, number>> = spacingMs): Pace {
  const turns = new Map<string, Turn>();
  /** When the next message may follow, by conversation. */
  const free = new Map<string, number>();
  /** When a workspace's refresh allowance would be full again. */
  const full = new Map<string, number>();
  /** The ends of pauses, by workspace. */
  const pauses = { posts: new Map<string, number>(), refreshes: new Map<string, number>() };
  let tidiedAt = Number.NEGATIVE_INFINITY;
  const laneOf = ({ route, channel }: Conversation) => `${route}/${channel}`;
  const refreshLane = (route: string) => `${route} refreshes`;

  function revoke(concerns: (turn: Turn) => boolean): void {
    for (const [key, turn] of turns) if (concerns(turn)) turns.delete(key);
  }

  function tidy(now: number): void {
    if (Math.abs(now - tidiedAt) < STALE_MS) return;
    tidiedAt = now;
    revoke(({ at }) => at < now - STALE_MS);
    for (const [lane, at] of free) if (at < now) free.delete(lane);
  }

  function give(key: string, now: number, next: () => Turn): number {
    const known = turns.get(key);
    if (known && known.at >= now - STALE_MS) return known.at;
    tidy(now);
    const turn = next();
    turns.set(key, turn);
    return turn.at;
  }

  return {
    turn: (conversation, key, now) =>
      give(key, now, () => {
        const lane = laneOf(conversation);
        const { route, platform } = conversation;
        const at = Math.max(now, free.get(lane) ?? 0, pauses.posts.get(route) ?? 0);
        free.set(lane, at + spacing[platform]);
        return { lane, route, at };
      }),
    refreshTurn: ({ route, platform }, place, now) =>
      give(place, now, () => {
        const { burst, everyMs } = refreshes[platform];
        const fullAt = Math.max(now, full.get(route) ?? 0);
        const at = Math.max(now, fullAt - (burst - 1) * everyMs, pauses.refreshes.get(route) ?? 0);
        full.set(route, Math.max(fullAt, at) + everyMs);
        return { lane: refreshLane(route), route, at };
      }),
    take(key) {
      turns.delete(key);
    },
    pause(conversation, until) {
      const lane = laneOf(conversation);
      revoke((turn) => turn.lane === lane);
      free.set(lane, until);
    },
    pauseRoute(route, until) {
      const revoked = [...turns.values()].filter((turn) => turn.route === route && turn.lane !== refreshLane(route));
      revoke((turn) => revoked.includes(turn));
      // The assigned turns were in the future; each queue starts again when the pause is over.
      for (const { lane } of revoked) free.delete(lane);
      pauses.posts.set(route, until);
    },
    pauseRefreshes(route, until) {
      revoke(({ lane }) => lane === refreshLane(route));
      full.delete(route);
      pauses.refreshes.set(route, until);
    },
  };
}
