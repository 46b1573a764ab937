import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { orgFor } from '../flows/org-for.ts';
import { slackDesk } from '../flows/slack-desk.ts';
import { openSlack } from '../flows/slack-seats.ts';
import { openTestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { READY, startQmbot } from './running-qmbot.ts';

/** So soon after the next process is ready all that waits is sent. */
const SOON_MS = 5_000;

test('what waits when a process is killed goes out within five seconds of the next one being ready, each message once', async () => {
  const { slack, seats, settings } = await openSlack(systemClock);
  const database = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'qmbot-killed-'));
  const orgFile = join(folder, 'org.yaml');
  await writeFile(orgFile, await orgFor(() => seats, [seats]));
  onTestFinished(async () => {
    await slack.close();
    await database.stop();
    await rm(folder, { recursive: true });
  });
  const start = async () => {
    const qmbot = startQmbot(['start'], {
      ...settings,
      ORG_FILE: orgFile,
      MONGODB_URI: `${database.uri}/${database.dbName}`,
    });
    onTestFinished(async () => void (await qmbot.end('SIGKILL')));
    slack.connect(`${await qmbot.waitFor(READY)}/slack/events`);
    return qmbot;
  };
  const desk = slackDesk(slack, seats);
  const posts = () => slack.messagesIn(seats.channel).map(({ text }) => text);

  const killed = await start();
  // The first card is on its way when the process ends; the others have not been begun.
  slack.failNext('chat.postMessage', { kind: 'hang' });
  for (const what of ['甲机房门禁缺记录', '乙机房门禁缺记录']) {
    await desk.say('huang-tao', '/finding new');
    expect(await desk.fill('huang-tao', { what, where: '机房' })).toBe('');
  }
  await eventually(() => slack.calls.some(({ method }) => method === 'chat.postMessage'));
  await killed.end('SIGKILL');
  const before = posts().length;

  await start();
  const ready = performance.now();
  await eventually(() => posts().length >= 2, { within: SOON_MS });
  expect(performance.now() - ready).toBeLessThan(SOON_MS);
  expect(before).toBeLessThan(2);
  expect(new Set(posts()).size).toBe(posts().length);
});
