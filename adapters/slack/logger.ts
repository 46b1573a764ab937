import { LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

/** Bolt's and the web client's logger, as the setting of a `logger` option wants it. */
interface SlackLogger {
  debug(): void;
  info(): void;
  warn(...words: unknown[]): void;
  error(...words: unknown[]): void;
  setLevel(): void;
  setName(): void;
  getLevel(): LogLevel;
}

/**
 * Lets the SDK's warnings into our log. Its debug and info lines hold requests and answers and are dropped; what it warns
 * of is kept without the objects that go with it, since those may hold a person's words.
 */
export function createSlackLogger(log: Logger): SlackLogger {
  const line = (words: readonly unknown[]) =>
    words
      .filter((word) => typeof word === 'string')
      .join(' ')
      .slice(0, 200);
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...words) => log.warn({ sdk: line(words) }, 'the Slack SDK warns'),
    error: (...words) => log.error({ sdk: line(words) }, 'the Slack SDK reports an error'),
    setLevel: () => undefined,
    setName: () => undefined,
    getLevel: () => LogLevel.WARN,
  };
}
