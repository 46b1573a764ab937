import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Background } from '../../../src/chat/background.ts';
import type { InteractionHandler, RefreshOutcome } from '../../../src/chat/port.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import type { UserLocales } from '../people/user-locales.ts';
import { renderHome } from '../render/render-home.ts';
import { refreshOutcome } from '../send/send-outcome.ts';

/** People's home tabs. Errors are logged and never shown to anyone. */
export interface Home {
  /** Draws a person's home tab. */
  show(userId: string, reply: Reply, locale: Locale): Promise<RefreshOutcome>;
  /** A user opened their home tab, so it must be kept up to date. */
  opened(userId: string): void;
  /** Redraws, in the background, the home of a user who has it open: they have just done something. */
  refresh(userId: string): void;
}

interface Means {
  readonly client: WebClient;
  readonly workspace: string;
  readonly handle: InteractionHandler;
  readonly locales: UserLocales;
  readonly background: Background;
  readonly log: Logger;
}

/** How many people's homes are kept up to date; opening one's home puts one back in. */
const MOST = 5_000;

/** Homes are drawn with `views.publish`. https://docs.slack.dev/reference/methods/views.publish (2026-11-23) */
export function createHome({ client, workspace, handle, locales, background, log }: Means): Home {
  const open = new Set<string>();
  /** Whose home is being drawn; `again` if something happened in the meantime. */
  const underWay = new Map<string, 'once' | 'again'>();

  async function show(userId: string, reply: Reply, locale: Locale): Promise<RefreshOutcome> {
    try {
      await client.views.publish({ user_id: userId, view: renderHome(reply, locale) });
      return { outcome: 'done' };
    } catch (error) {
      const outcome = refreshOutcome(error);
      if (outcome.outcome !== 'done') log.info({ reason: outcome.reason }, 'a home was not drawn');
      return outcome;
    }
  }

  async function draw(userId: string): Promise<void> {
    do {
      underWay.set(userId, 'once');
      const opened = { kind: 'opened', id: randomUUID(), platform: 'slack', workspace, userId, direct: true } as const;
      const reply = await handle(opened);
      const failed = reply.kind === 'toast' && reply.tone === 'error';
      if (!failed) await show(userId, reply, reply.locale ?? (await locales.of(userId)));
    } while (underWay.get(userId) === 'again');
  }

  return {
    show,
    opened(userId) {
      if (open.size >= MOST) open.clear();
      open.add(userId);
    },
    refresh(userId) {
      if (!open.has(userId)) return;
      if (underWay.has(userId)) return void underWay.set(userId, 'again');
      background.run(() => draw(userId).finally(() => underWay.delete(userId)));
    },
  };
}
