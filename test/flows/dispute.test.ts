import { expect, test } from 'vitest';
import { movedClock } from '../support/moved-clock.ts';
import { openWholeBot } from '../worlds/whole-bot.ts';
import { disputedThread } from './dispute-thread.ts';
import { feishuDesk } from './feishu-desk.ts';
import { openFeishu } from './feishu-seats.ts';
import { orgFor } from './org-for.ts';
import { slackDesk } from './slack-desk.ts';
import { openSlack } from './slack-seats.ts';
import { NUMBER } from './thread.ts';

test('in Slack a finding is asked about, issued, contested and decided on', async () => {
  const clock = movedClock('2026-11-23T01:00:00Z');
  const { slack, seats, settings } = await openSlack(clock);
  const scene = await openWholeBot(settings, await orgFor(() => seats, [seats]), clock);
  slack.connect(`${scene.app.url}/slack/events`);
  const desk = slackDesk(slack, seats);
  await disputedThread(() => desk, scene.settle);
  expect((await scene.app.records.load({ number: NUMBER }))?.state).toBe('issued');
  await scene.stop();
  await slack.close();
});

test('in Feishu a finding is asked about, issued, contested and decided on', async () => {
  const clock = movedClock('2026-11-23T01:00:00Z');
  const { feishu, seats, settings } = await openFeishu(clock);
  const scene = await openWholeBot(settings, await orgFor(() => seats, [seats]), clock);
  feishu.eventsUrl = `${scene.app.url}/feishu/events`;
  const desk = feishuDesk(feishu, seats);
  await disputedThread(() => desk, scene.settle);
  expect((await scene.app.records.load({ number: NUMBER }))?.state).toBe('issued');
  await scene.stop();
  await feishu.close();
});
