import { afterEach, beforeEach, expect, test } from 'vitest';
import { movedClock } from '../support/moved-clock.ts';
import { orgFor } from './org-for.ts';
import { slackDesk } from './slack-desk.ts';
import { openSlack, type SeatedSlack } from './slack-seats.ts';
import { type Scene, startScene } from './start-scene.ts';
import { NUMBER, reportAndIssue } from './thread.ts';

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

/** The texts of the reminders that the head of operations has got so far. */
function reminders(): string[] {
  const user = seated.seats.userId('wang-lei');
  const direct = [...seated.slack.world.channels.values()].find((channel) => channel.user === user);
  return seated.slack
    .messagesIn(direct?.id ?? '')
    .map(({ blocks }) => JSON.stringify(blocks))
    .filter((text) => text.includes('请留意这些期限'));
}

async function morningOf(day: string, time = '00:31'): Promise<number> {
  scene.clock.moveTo(`${day}T${time}:00Z`);
  await scene.app.sweep();
  await scene.app.sweep();
  await scene.settle();
  return reminders().length;
}

test('a report that is due brings one message a working morning: the day before, on the day, and each day it is late', async () => {
  await reportAndIssue(() => slackDesk(seated.slack, seated.seats), scene.settle);
  const counts = [];
  // Due on Monday 30 November; 08:31 in Beijing.
  for (const day of ['26', '27', '28', '29', '30']) counts.push(await morningOf(`2026-11-${day}`));
  counts.push(await morningOf('2026-12-01'));
  expect(counts).toEqual([0, 1, 1, 1, 2, 3]);
  expect(reminders().at(-1)).toContain(NUMBER);
  expect(reminders().at(-1)).toContain('超期 1 个工作日');
});

test('a reminder is not sent before its time, nor in the quiet hours', async () => {
  await reportAndIssue(() => slackDesk(seated.slack, seated.seats), scene.settle);
  expect(await morningOf('2026-11-27', '00:29')).toBe(0);
  expect(await morningOf('2026-11-27', '14:00')).toBe(0);
});

test('mornings that were missed while the bot was down are not made up for; the next one tells all', async () => {
  await reportAndIssue(() => slackDesk(seated.slack, seated.seats), scene.settle);
  expect(await morningOf('2026-12-03')).toBe(1);
  expect(reminders().at(-1)).toContain('超期 3 个工作日');
});
