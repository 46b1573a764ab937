import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SlackStandIn, startSlack } from '../stand-ins/slack/start-slack.ts';
import { movedClock } from '../support/moved-clock.ts';
import { orgFor, type Seats } from './org-for.ts';
import { slackDesk } from './slack-desk.ts';
import { peopleOfSample, slackUser } from './slack-seats.ts';
import { type Scene, startScene } from './start-scene.ts';
import { NUMBER, wholeThread } from './thread.ts';

const seats: Seats = { platform: 'slack', workspace: 'T0001', channel: 'C0QUALITY', userId: slackUser };

let slack: SlackStandIn;
let scene: Scene;

beforeEach(async () => {
  const clock = movedClock('2026-11-23T01:00:00Z');
  slack = await startSlack({ clock, users: await peopleOfSample(), channels: [{ id: seats.channel, joined: true }] });
  const settings = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
  };
  scene = await startScene(settings, await orgFor(() => seats, [seats]), clock);
  slack.connect(`${scene.app.url}/slack/events`);
});

afterEach(async () => {
  await scene.stop();
  await slack.close();
});

test('a finding goes from a slash command in Slack to its closing', async () => {
  const desk = slackDesk(slack, seats);
  await wholeThread(() => desk, scene.settle);
  const record = await scene.app.records.load({ number: NUMBER });
  expect(record?.state).toBe('closed');
});
