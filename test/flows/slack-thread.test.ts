import { afterEach, beforeEach, expect, test } from 'vitest';
import { movedClock } from '../support/moved-clock.ts';
import { orgFor } from './org-for.ts';
import { slackDesk } from './slack-desk.ts';
import { openSlack, type SeatedSlack } from './slack-seats.ts';
import { type Scene, startScene } from './start-scene.ts';
import { NUMBER, wholeThread } from './thread.ts';

let seated: SeatedSlack;
let scene: Scene;

beforeEach(async () => {
  const clock = movedClock('2026-11-23T01:00:00Z');
  seated = await openSlack(clock);
  scene = await startScene(seated.settings, await orgFor(() => seated.seats, [seated.seats]), clock);
  seated.slack.connect(`${scene.app.url}/slack/events`);
});

afterEach(async () => {
  await scene.stop();
  await seated.slack.close();
});

test('a finding goes from a slash command in Slack to its closing', async () => {
  const desk = slackDesk(seated.slack, seated.seats);
  await wholeThread(() => desk, scene.settle);
  expect((await scene.app.records.load({ number: NUMBER }))?.state).toBe('closed');
});
