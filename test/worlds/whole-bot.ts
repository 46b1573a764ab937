import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config/config.ts';
import type { OutboxOptions } from '../../src/outbox/options.ts';
import { openTestDatabase } from '../support/database.ts';
import { type MovedClock, movedClock } from '../support/moved-clock.ts';

/** The whole bot over a database of its own, at an hour that the test moves. */
export interface WholeBot {
  readonly app: App;
  readonly clock: MovedClock;
  /** Its database, for reading or for changes from outside, as the command line makes them. */
  readonly mongoUri: string;
  /** Lines of the log, as JSON. */
  readonly logged: readonly string[];
  /** Lets the bot carry out everything due. */
  readonly settle: () => Promise<void>;
  /** Starts another process of the bot over the same database; it is stopped with the first. */
  another(): Promise<App>;
  stop(): Promise<void>;
}

/** Starts the bot with these settings besides its database. A Monday morning in Beijing. Its log is kept, unless there is another for it. */
export async function openWholeBot(
  settings: Readonly<Record<string, string>>,
  org: string,
  clock: MovedClock = movedClock('2026-11-23T01:00:00Z'),
  { log: ownLog, outbox }: { readonly log?: Logger; readonly outbox?: Partial<OutboxOptions> } = {},
): Promise<WholeBot> {
  const folder = await mkdtemp(join(tmpdir(), 'qmbot-flow-'));
  const orgFile = join(folder, 'org.yaml');
  await writeFile(orgFile, org);
  const database = await openTestDatabase();
  const mongoUri = `${database.uri}/${database.dbName}`;
  const config = readConfig({
    PORT: '0',
    ORG_FILE: orgFile,
    MONGODB_URI: mongoUri,
    ...settings,
  });
  const logged: string[] = [];
  const log = ownLog ?? pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  // A test says when it sweeps: a minute passing on the machine's clock must not add to what it sees.
  const start = () => createApp({ config, log, clock, wakes: false, ...(outbox && { outbox }) });
  const app = await start();
  const others: App[] = [];
  return {
    app,
    clock,
    mongoUri,
    logged,
    settle: async () => {
      // Pacing waits a second between two messages to a channel: on the moved clock, not on ours.
      for (let second = 0; second < 8; second++) {
        for (const one of [app, ...others]) await one.drain();
        clock.advance(1_000);
      }
    },
    async another() {
      const other = await start();
      others.push(other);
      return other;
    },
    async stop() {
      for (const one of [...others, app]) await one.stop();
      await database.stop();
      await rm(folder, { recursive: true });
    },
  };
}
