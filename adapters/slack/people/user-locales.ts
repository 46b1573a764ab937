import type { WebClient } from '@slack/web-api';
import type { Clock } from '../../../src/clock.ts';
import type { Locale } from '../../../src/i18n/locale.ts';

/** The languages people have set in Slack, for the adapter's own few texts. */
export interface UserLocales {
  /** A person's language; Chinese if Slack does not answer within half a second. Never rejects. */
  of(userId: string): Promise<Locale>;
}

const FALLBACK: Locale = 'zh-CN';
const KEEP_MS = 60 * 60_000;
const WAIT_MS = 500;
const MOST = 10_000;

/** Calls `users.info` at most once an hour per person. https://docs.slack.dev/reference/methods/users.info (2026-11-23) */
export function createUserLocales(client: WebClient, clock: Clock): UserLocales {
  const known = new Map<string, { readonly locale: Promise<Locale | null>; readonly until: number }>();

  async function ask(userId: string): Promise<Locale | null> {
    try {
      const { user } = await client.users.info({ user: userId, include_locale: true });
      if (user?.locale === undefined) return null;
      return user.locale.startsWith('zh') ? 'zh-CN' : 'en';
    } catch {
      known.delete(userId);
      return null;
    }
  }

  function askOnce(userId: string): Promise<Locale | null> {
    const now = clock.now().getTime();
    const entry = known.get(userId);
    if (entry && entry.until > now) return entry.locale;
    if (known.size >= MOST) known.clear();
    const locale = ask(userId);
    known.set(userId, { locale, until: now + KEEP_MS });
    return locale;
  }

  return {
    async of(userId) {
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<null>((resolve) => {
        timer = setTimeout(resolve, WAIT_MS, null);
      });
      const locale = await Promise.race([askOnce(userId), patience]);
      clearTimeout(timer);
      return locale ?? FALLBACK;
    },
  };
}
