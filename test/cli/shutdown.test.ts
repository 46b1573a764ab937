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

/** Docker kills after ten seconds, and nobody is served while a restart waits. */
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

/** Ends the process; returns how that went, with warnings and errors of the whole run. */
async function end(qmbot: RunningQmbot, signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM') {
  const { code, tookMs } = await qmbot.end(signal);
  const problems = qmbot.output.split('\n').filter((line) => /"level":[456]0|Error/.test(line));
  return { code, soon: tookMs < SOON_MS, problems };
}
const clean = { code: 0, soon: true, problems: [] };

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
    '%s ends it soon, with idle connections, a listening page, connections to Slack and Feishu, and the database open',
    async (signal) => {
      const qmbot = start(['start'], everything);
      const url = await qmbot.waitFor(READY);
      await eventually(() => slack.slack.sockets.count() === 1 && feishu.feishu.long.connected === 1);
      const agent = new Agent({ keepAlive: true });
      for (const path of ['/healthz', '/readyz', '/console']) await visit(url + path, agent, 'whole');
      await visit(`${url}/console/api/events?as=huang-tao&since=0`, agent, 'begun');
      expect(await end(qmbot, signal)).toEqual(clean);
      agent.destroy();
    },
  );

  test('SIGTERM ends it during a start that waits for Slack', async () => {
    slack.slack.failNext('auth.test', { kind: 'hang' });
    const qmbot = start(['start'], everything);
    await eventually(() => slack.slack.calls.some(({ method }) => method === 'auth.test'), { within: 20_000 });
    expect(await end(qmbot)).toEqual(clean);
    // And it can be started again over the same folder.
    const again = start(['start'], everything);
    await again.waitFor(READY);
    expect(await end(again)).toEqual(clean);
  });
});

/** Gets a URL; `begun`: resolves at the first data, for a stream that does not end. */
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

/** A bot, and the job in its database by which Agenda wakes it every minute. */
async function startWatched({ onTestFinished }: TestContext) {
  const database = await openTestDatabase();
  const client = await MongoClient.connect(database.uri);
  onTestFinished(async () => {
    await client.close();
    await database.stop();
  });
  const jobs = client.db(database.dbName).collection('agenda_jobs');
  const qmbot = start(['start'], { MONGODB_URI: `${database.uri}/${database.dbName}` });
  await qmbot.waitFor(READY);
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

  test('SIGTERM during a sweep ends it once the sweep is done', async (context) => {
    const { qmbot, sweep, dueIn } = await startWatched(context);
    await dueIn(0);
    await eventually(async () => Boolean((await sweep()).begun), { within });
    expect(await end(qmbot)).toEqual(clean);
    const { begun, finished, locked } = await sweep();
    expect(finished.getTime()).toBeGreaterThanOrEqual(begun.getTime());
    expect(locked).toBeNull();
  });

  test('SIGTERM ends it soon in the half minute after a sweep, too', async (context) => {
    const { qmbot, sweep, dueIn } = await startWatched(context);
    await dueIn(0);
    await eventually(async () => Boolean((await sweep()).finished), { within });
    expect(await end(qmbot)).toEqual(clean);
  });

  test('SIGTERM in the seconds before a sweep leaves the sweep to the next process', async (context) => {
    const { qmbot, sweep, dueIn } = await startWatched(context);
    await eventually(
      async () => {
        await dueIn(4_500);
        return (await sweep()).locked !== null;
      },
      { within },
    );
    expect(await end(qmbot)).toEqual(clean);
    expect((await sweep()).locked).toBeNull();
  });
});

test('SIGTERM ends `qmbot db`', async () => {
  const database = start(['db', '--port', '0']);
  await database.waitFor(/^MONGODB_URI=(\S+)/m);
  expect(await end(database)).toEqual(clean);
});
