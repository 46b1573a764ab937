import fastify from 'fastify';
import { pino } from 'pino';
import { createSlackAdapter } from '../../adapters/slack/create-adapter.ts';
import type { Deadlines } from '../../adapters/slack/limits.ts';
import type { ChartOptions } from '../../adapters/slack/send/pictures.ts';
import type { Interaction } from '../../src/chat/interaction.ts';
import type { ChatAdapter } from '../../src/chat/port.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { type SlackStandIn, startSlack } from '../stand-ins/slack/start-slack.ts';

/** A clock that tests move. */
export interface MovedClock {
  now(): Date;
  advance(ms: number): void;
}

/** The adapter on a real HTTP server, a stand-in for Slack, and a router whose answers tests give. */
export interface OpenSlackAdapter {
  readonly slack: SlackStandIn;
  readonly adapter: ChatAdapter;
  readonly clock: MovedClock;
  readonly url: string;
  /** What reached the router. */
  readonly seen: Interaction[];
  /** What was taken in and nobody waits for. */
  readonly kept: Interaction[];
  /** Lines of the log. */
  readonly logged: string[];
  /** The next that is to be taken in meets a database that is away. */
  loseNext(): void;
  /** How the router answers from now on. */
  answer(handle: (interaction: Interaction) => Reply | Promise<Reply>): void;
  /** Done first when the bot is closed. */
  readonly beforeClose: (() => void)[];
  /** Waits until everything that follows an acknowledgement is done. */
  settle(): Promise<void>;
  /** The texts one person alone was shown. */
  shownTexts(user: string): string[];
  close(): Promise<void>;
}

export const LI = 'U0LI';
export const WANG = 'U0WANG';
/** A channel the bot is in, one it is not in, one that is archived. */
export const GENERAL = 'C0GENERAL';
export const FOREIGN = 'C0FOREIGN';
export const ARCHIVED = 'C0ARCHIVED';

interface BotOptions {
  /** Requests come over a connection of the bot's, not over HTTP. */
  readonly socketMode?: boolean;
  /** Shorter deadlines than the real ones. */
  readonly within?: Partial<Deadlines>;
  /** Which form charts take. */
  readonly charts?: ChartOptions;
}

export async function openSlackAdapter({
  socketMode = false,
  within = {},
  charts,
}: BotOptions = {}): Promise<OpenSlackAdapter> {
  let now = Date.parse('2026-11-23T09:00:00Z');
  const clock = {
    now: () => new Date(now),
    advance: (ms: number) => {
      now += ms;
    },
  };
  const slack = await startSlack({
    clock,
    users: [
      { id: LI, name: '李娜', email: 'li.na@example.com', phone: '+8613800000000', locale: 'zh-CN' },
      { id: WANG, name: 'Wang Wei', locale: 'en-US' },
    ],
    channels: [
      { id: GENERAL, joined: true },
      { id: FOREIGN, joined: false },
      { id: ARCHIVED, joined: true, archived: true },
    ],
  });
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const http = fastify();
  const seen: Interaction[] = [];
  const kept: Interaction[] = [];
  let losing = false;
  const beforeClose: (() => void)[] = [];
  let handle: (interaction: Interaction) => Reply | Promise<Reply> = () => ({ kind: 'nothing' });
  const adapter = await createSlackAdapter({
    botToken: slack.botToken,
    ...(socketMode ? { appToken: slack.appToken } : { signingSecret: slack.signingSecret }),
    apiUrl: slack.apiUrl,
    http,
    clock,
    log,
    within,
    charts,
    accept: async (interaction) => {
      const lost = losing;
      losing = false;
      if (lost) throw new Error('the database is away');
      kept.push(interaction);
    },
    handle: async (interaction) => {
      seen.push(interaction);
      return await handle(interaction);
    },
  });
  const url = await http.listen({ host: '127.0.0.1', port: 0 });
  slack.connect(`${url}/slack/events`);
  await adapter.start();
  return {
    slack,
    adapter,
    clock,
    url,
    seen,
    kept,
    logged,
    loseNext: () => {
      losing = true;
    },
    answer: (answer) => {
      handle = answer;
    },
    settle: async () => {
      await adapter.stop();
      await adapter.start();
    },
    shownTexts: (user) => slack.shownTo(user).map((message) => message.text),
    beforeClose,
    close: async () => {
      for (const act of beforeClose) act();
      await adapter.stop();
      await http.close();
      await slack.close();
    },
  };
}
