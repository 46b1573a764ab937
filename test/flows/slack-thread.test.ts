import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MovedClock, movedClock } from '../support/moved-clock.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import { orgFor } from './org-for.ts';
import { slackDesk } from './slack-desk.ts';
import { openSlack, type SeatedSlack } from './slack-seats.ts';
import { NUMBER, wholeThread } from './thread.ts';

let seated: SeatedSlack;
let scene: WholeBot;
let clock: MovedClock;

async function open(socketMode: boolean): Promise<void> {
  const settings = { ...seated.settings, ...(socketMode && { SLACK_APP_TOKEN: seated.slack.appToken }) };
  scene = await openWholeBot(settings, await orgFor(() => seated.seats, [seated.seats]), clock);
  seated.slack.connect(`${scene.app.url}/slack/events`);
}

beforeEach(async () => {
  clock = movedClock('2026-11-23T01:00:00Z');
  seated = await openSlack(clock);
});

afterEach(async () => {
  await scene.stop();
  await seated.slack.close();
});

test.each([
  ['over HTTP', false],
  ['in Socket Mode', true],
])('a finding goes from a slash command in Slack to its closing %s', async (_how, socketMode) => {
  await open(socketMode);
  expect(seated.slack.sockets.count()).toBe(socketMode ? 1 : 0);
  const desk = slackDesk(seated.slack, seated.seats);
  await wholeThread(() => desk, scene.settle);
  expect((await scene.app.records.load({ number: NUMBER }))?.state).toBe('closed');
});

test('two processes in Socket Mode share one thread: nothing is lost, and nothing posted twice', async () => {
  await open(true);
  await scene.another();
  expect(seated.slack.sockets.count()).toBe(2);
  const desk = slackDesk(seated.slack, seated.seats);
  await wholeThread(() => desk, scene.settle);
  expect((await scene.app.records.load({ number: NUMBER }))?.state).toBe('closed');
  const keys = seated.slack.calls
    .filter(({ method }) => method === 'chat.postMessage')
    .flatMap(({ args }) => (args.metadata === undefined ? [] : [JSON.stringify(args.metadata)]));
  expect(keys.length).toBeGreaterThan(5);
  expect(new Set(keys).size).toBe(keys.length);
});
