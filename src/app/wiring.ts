import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { ChatAdapter } from '../chat/port.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import type { OutboxOptions } from '../outbox/options.ts';

/** What every part of the app depends on. */
export interface AppContext {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  readonly outboxOptions: Partial<OutboxOptions> | undefined;
  readonly connection: Connection;
  /** Adapters by route, `PLATFORM:WORKSPACE`. Created last, since they need everything else. */
  readonly adapters: ReadonlyMap<string, ChatAdapter>;
  readonly routes: () => ReadonlySet<string>;
}
