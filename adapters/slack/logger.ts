import { LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

/** The logger for Bolt and the web client, in the form a `logger` option takes. */
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
 * Passes the SDK's warnings to our log. Its debug and info lines contain requests and responses and are dropped; warnings
 * are logged without their attached objects, since those may contain user text.
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
