import { randomUUID } from 'node:crypto';
import type { Db, Document, Filter } from 'mongodb';
import { openSlack, type SeatedSlack } from '../flows/slack-seats.ts';
import type { StandInMessage } from '../stand-ins/slack/world.ts';
import { type MovedClock, movedClock } from '../support/moved-clock.ts';
import { type Bot, BotDied, OrderFailed } from './bot.ts';
import { type Contents, type Ground, readAll, writeAll } from './ground.ts';
import { type People, slackPeople, Unacknowledged } from './people.ts';

/** How things stood at an instant: in the database and in Slack. */
export interface Snapshot {
  readonly now: Date;
  readonly contents: Contents;
  readonly messages: readonly StandInMessage[];
  readonly channels: SeatedSlack['slack']['world']['channels'];
}

/** A workspace and a database of its own, for bots that come and go. */
export interface Stage {
  readonly seated: SeatedSlack;
  readonly clock: MovedClock;
  readonly dbName: string;
  readonly db: Db;
  readonly people: People;
  /** The HTTP address of the bot that acts go to. */
  readonly front: () => string;
  /** Puts a bot to work; acts go to the one that came last, unless `turnTo` says otherwise. */
  enter(bot: Bot): Promise<void>;
  /** The bot is gone, and takes part no more. */
  leave(bot: Bot): void;
  /** Sends the acts to come to this bot. */
  turnTo(bot: Bot): void;
  /** Lets the bots work until nothing is pending, and time pass as they need it. Fails with `BotDied` if one dies. */
  settle(): Promise<void>;
  /** Has the bots do their periodic work, at this instant or, when it is over, now. Fails with `Unacknowledged` if one dies or cannot. */
  sweepAt(instant: Date): Promise<void>;
  snapshot(): Promise<Snapshot>;
  close(): Promise<void>;
}

const MORNING = new Date('2026-11-23T01:00:00Z');

/** Sets the stage as things stood, or an empty one. */
export async function openCrashStage(ground: Ground, before: Snapshot | null): Promise<Stage> {
  const clock = movedClock((before?.now ?? MORNING).toISOString());
  const seated = await openSlack(clock);
  const { slack, seats } = seated;
  const dbName = `crash-${randomUUID()}`;
  if (before) {
    slack.world.messages.push(...before.messages);
    for (const [id, channel] of before.channels) slack.world.channels.set(id, channel);
    await writeAll(ground.client, dbName, before.contents);
  }
  const bots = new Map<Bot, string>();
  let spokenTo: Bot | undefined;
  const db = ground.client.db(dbName);
  const found = (name: string, filter: Filter<Document>) => db.collection(name).find(filter).toArray();
  /** Turns of periodic work that were begun or put off: a bot comes to them each minute. */
  const turns = () => found('occurrences', { status: 'waiting', dueAt: { $lte: clock.now() } });
  const pending = async () => {
    const left = ['records', 'occurrences', 'inbox'].map((name) => found(name, { pending: 1 }));
    return (await Promise.all([...left, found('inbox', { status: 'waiting' }), turns()])).flat();
  };
  const everyBot = async (order: (bot: Bot) => Promise<void>) => {
    const outcomes = await Promise.allSettled([...bots.keys()].map(order));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
  };
  const settings = {
    ...seated.settings,
    PORT: '0',
    ORG_FILE: ground.orgFile,
    PUBLIC_URL: 'https://qm.example.com',
    MONGODB_URI: `${ground.database().uri}/${dbName}`,
  };

  const front = () => (spokenTo && bots.get(spokenTo)) ?? '';
  const turnTo = (bot: Bot) => {
    spokenTo = bot;
    slack.connect(`${front()}/slack/events`);
  };

  return {
    seated,
    clock,
    dbName,
    db,
    front,
    people: slackPeople(slack, seats, () => spokenTo?.dead ?? true),
    async enter(bot) {
      bots.set(bot, await bot.start(settings, clock.now()));
      turnTo(bot);
    },
    leave: (bot) => void bots.delete(bot),
    turnTo,
    async settle() {
      for (let second = 0; second < 240; second++) {
        await everyBot((bot) => bot.drain());
        if ((await pending()).length === 0) return;
        clock.advance(1_000);
        await everyBot((bot) => bot.clock(clock.now()));
        if (second % 60 === 59 && (await turns()).length > 0) await everyBot((bot) => bot.sweep());
      }
      throw new Error(`still pending: ${JSON.stringify(await pending())}`);
    },
    async sweepAt(instant) {
      if (clock.now() < instant) clock.moveTo(instant.toISOString());
      try {
        await everyBot((bot) => bot.clock(clock.now()));
        await everyBot((bot) => bot.sweep());
      } catch (error) {
        // Agenda would come again: the next minute, or in the bot that takes over.
        throw error instanceof BotDied || error instanceof OrderFailed ? new Unacknowledged(error.message) : error;
      }
    },
    async snapshot() {
      return {
        now: clock.now(),
        contents: await readAll(ground.client, dbName),
        messages: structuredClone(slack.world.messages),
        channels: structuredClone(slack.world.channels),
      };
    },
    async close() {
      await everyBot(async (bot) => {
        if (!bot.dead) await bot.stop();
      }).catch((error: unknown) => {
        if (!(error instanceof BotDied)) throw error;
      });
      await slack.close();
      await db.dropDatabase();
    },
  };
}
