import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, type TestContext, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { openFeishu, type SeatedFeishu } from '../flows/feishu-seats.ts';
import { openSlack, type SeatedSlack } from '../flows/slack-seats.ts';
import { openTestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { READY, type RunningQmbot, startQmbot } from './running-qmbot.ts';

/** What whoever restarts it waits for; most container platforms kill after ten seconds. */
const SOON_MS = 2_000;

let folder: string;
const running: RunningQmbot[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qmbot-end-'));
});

afterAll(async () => {
  for (const qmbot of running) await qmbot.end('SIGKILL');
  await rm(folder, { recursive: true });
});

function start(args: readonly string[], settings: Readonly<Record<string, string>> = {}): RunningQmbot {
  const qmbot = startQmbot(args, { DATA_DIR: join(folder, 'data'), ...settings });
  running.push(qmbot);
  return qmbot;
}

/** Ends it, and tells how that went, and whether anything went wrong on the way. */
async function end(qmbot: RunningQmbot, signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM') {
  const { code, tookMs } = await qmbot.end(signal);
  const troubles = qmbot.said.split('\n').filter((line) => /"level":[456]0|Error/.test(line));
  return { code, soon: tookMs < SOON_MS, troubles };
}
const inPeace = { code: 0, soon: true, troubles: [] };

describe('with everything open', () => {
  let slack: SeatedSlack;
  let feishu: SeatedFeishu;
  let everything: Readonly<Record<string, string>>;

  beforeEach(async () => {
    slack = await openSlack(systemClock);
    feishu = await openFeishu(systemClock);
    const connected = { SLACK_APP_TOKEN: slack.slack.appToken, FEISHU_MODE: 'ws', CONSOLE: '1' };
    everything = { ...slack.settings, ...feishu.settings, ...connected };
  });
  afterEach(async () => {
    await slack.slack.close();
    await feishu.feishu.close();
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s ends it at once: idle connections, a page that listens, Slack’s and Feishu’s connections, the database',
    async (signal) => {
      const qmbot = start(['start'], everything);
      const url = await qmbot.hear(READY);
      await eventually(() => slack.slack.sockets.count() === 1 && feishu.feishu.long.connected === 1);
      const agent = new Agent({ keepAlive: true });
      for (const path of ['/healthz', '/readyz', '/console']) await visit(url + path, agent, 'whole');
      await visit(`${url}/console/api/events?as=huang-tao&since=0`, agent, 'begun');
      expect(await end(qmbot, signal)).toEqual(inPeace);
      agent.destroy();
    },
  );

  test('SIGTERM ends it while it starts and waits for Slack, which does not answer', async () => {
    slack.slack.failNext('auth.test', { kind: 'hang' });
    const qmbot = start(['start'], everything);
    await eventually(() => slack.slack.calls.some(({ method }) => method === 'auth.test'), { within: 20_000 });
    expect(await end(qmbot)).toEqual(inPeace);
    // And it can be started again over the same folder.
    const again = start(['start'], everything);
    await again.hear(READY);
    expect(await end(again)).toEqual(inPeace);
  });
});

/** Gets an address; `begun`: without waiting for the end of what comes, since there is none. */
function visit(url: string, agent: Agent, wanted: 'whole' | 'begun'): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent }, (response) => {
      expect(response.statusCode).toBe(200);
      response.once(wanted === 'whole' ? 'end' : 'data', resolve).once('error', () => undefined);
      response.resume();
    });
    request.once('error', reject);
  });
}

/** A bot over a database that is looked into: what Agenda keeps of its wake-up of every minute. */
async function startWatched({ onTestFinished }: TestContext) {
  const database = await openTestDatabase();
  const client = await MongoClient.connect(database.uri);
  onTestFinished(async () => {
    await client.close();
    await database.stop();
  });
  const jobs = client.db(database.dbName).collection('agenda_jobs');
  const qmbot = start(['start'], { MONGODB_URI: `${database.uri}/${database.dbName}` });
  await qmbot.hear(READY);
  return {
    qmbot,
    sweep: async () => {
      const job = await jobs.findOne({ name: 'sweep' });
      return { begun: job?.lastRunAt, finished: job?.lastFinishedAt, locked: job?.lockedAt ?? null };
    },
    dueIn: (ms: number) => {
      const nextRunAt = new Date(Date.now() + ms);
      return jobs.updateOne({ name: 'sweep' }, { $set: { nextRunAt }, $unset: { lastRunAt: true } });
    },
  };
}

// Agenda looks every five seconds, and takes what is due before it looks again.
describe.concurrent('around a sweep', { timeout: 40_000 }, () => {
  const within = 12_000;

  test('SIGTERM ends it when a sweep has just begun, and the sweep is finished', async (context) => {
    const { qmbot, sweep, dueIn } = await startWatched(context);
    await dueIn(0);
    await eventually(async () => Boolean((await sweep()).begun), { within });
    expect(await end(qmbot)).toEqual(inPeace);
    const { begun, finished, locked } = await sweep();
    expect(finished.getTime()).toBeGreaterThanOrEqual(begun.getTime());
    expect(locked).toBeNull();
  });

  test('SIGTERM ends it at once in the half minute after a sweep, too', async (context) => {
    const { qmbot, sweep, dueIn } = await startWatched(context);
    await dueIn(0);
    await eventually(async () => Boolean((await sweep()).finished), { within });
    expect(await end(qmbot)).toEqual(inPeace);
  });

  test('SIGTERM in the seconds before a sweep leaves it to whoever starts next', async (context) => {
    const { qmbot, sweep, dueIn } = await startWatched(context);
    await eventually(
      async () => {
        await dueIn(4_500);
        return (await sweep()).locked !== null;
      },
      { within },
    );
    expect(await end(qmbot)).toEqual(inPeace);
    expect((await sweep()).locked).toBeNull();
  });
});

test('SIGTERM ends the database that runs alone', async () => {
  const database = start(['db', '--port', '0']);
  await database.hear(/^MONGODB_URI=(\S+)/m);
  expect(await end(database)).toEqual(inPeace);
});
