import { afterEach, beforeEach, expect, test } from 'vitest';
import { movedClock } from '../support/moved-clock.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import { orgFor } from './org-for.ts';
import { slackDesk } from './slack-desk.ts';
import { openSlack, type SeatedSlack } from './slack-seats.ts';
import { NUMBER, reportAndIssue } from './thread.ts';

let seated: SeatedSlack;
let scene: WholeBot;

beforeEach(async () => {
  const clock = movedClock('2026-11-23T01:00:00Z');
  seated = await openSlack(clock);
  scene = await openWholeBot(seated.settings, await orgFor(() => seated.seats, [seated.seats]), clock);
  seated.slack.connect(`${scene.app.url}/slack/events`);
});

afterEach(async () => {
  await scene.stop();
  await seated.slack.close();
});

/** A finding that is issued, and that the department has taken on: only its report is owed. */
async function issueAndConfirm(): Promise<void> {
  const desk = slackDesk(seated.slack, seated.seats);
  await reportAndIssue(() => desk, scene.settle);
  await desk.press('wang-lei', NUMBER, '确认');
  await scene.settle();
}

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
  await issueAndConfirm();
  const counts = [];
  // Due on Monday 30 November; 08:31 in Beijing.
  for (const day of ['26', '27', '28', '29', '30']) counts.push(await morningOf(`2026-11-${day}`));
  counts.push(await morningOf('2026-12-01'));
  expect(counts).toEqual([0, 1, 1, 1, 2, 3]);
  expect(reminders().at(-1)).toContain(NUMBER);
  expect(reminders().at(-1)).toContain('逾期 1 个工作日');
});

test('a reminder is not sent before its time, nor in the quiet hours', async () => {
  await issueAndConfirm();
  expect(await morningOf('2026-11-27', '00:29')).toBe(0);
  expect(await morningOf('2026-11-27', '14:00')).toBe(0);
});

test('mornings that were missed while the bot was down are not made up for; the next one tells all', async () => {
  await issueAndConfirm();
  expect(await morningOf('2026-12-03')).toBe(1);
  expect(reminders().at(-1)).toContain('逾期 3 个工作日');
});

test('two taps put a reminder off to a day; the deadline and what follows from it stay', async () => {
  const desk = slackDesk(seated.slack, seated.seats);
  await issueAndConfirm();
  expect(await morningOf('2026-11-27')).toBe(1);
  await desk.press('wang-lei', NUMBER, '稍后提醒');
  await expect.poll(() => desk.told('wang-lei')).toContain('12月2日');
  await desk.press('wang-lei', NUMBER, '12月2日（周三）');
  await expect.poll(() => desk.told('wang-lei')).toContain('推迟了提醒');
  const record = await scene.app.records.load({ number: NUMBER });
  expect(record?.common.snoozes).toEqual([{ personId: 'wang-lei', until: '2026-12-02' }]);
  expect(record?.due?.day).toBe('2026-11-30');
  const counts = [];
  for (const day of ['2026-11-30', '2026-12-01', '2026-12-02']) counts.push(await morningOf(day));
  expect(counts).toEqual([1, 1, 2]);
});

test('what is three days late is told to MR once, and the record and its owner say so', async () => {
  const desk = slackDesk(seated.slack, seated.seats);
  await issueAndConfirm();
  await morningOf('2026-12-02');
  expect((await scene.app.records.load({ number: NUMBER }))?.common.escalations).toEqual([]);
  await morningOf('2026-12-03');
  const record = await scene.app.records.load({ number: NUMBER });
  expect(record?.common.escalations).toMatchObject([{ personId: 'zhou-min', after: 3 }]);
  expect(reminders().at(-1)).toContain('已升级给 周敏');
  expect(await desk.directMessage('zhou-min')).toContain('他人逾期，请您过问');
  expect((await desk.channel()).join()).toContain('逾期已升级：周敏');
  await morningOf('2026-12-04');
  expect((await scene.app.records.load({ number: NUMBER }))?.common.escalations).toHaveLength(1);
  const direct = [...seated.slack.world.channels.values()].find(({ user }) => user === seated.seats.userId('zhou-min'));
  const told = seated.slack
    .messagesIn(direct?.id ?? '')
    .filter(({ blocks }) => JSON.stringify(blocks).includes('过问'));
  expect(told).toHaveLength(1);
});

test('a clock that jumps back and forth over the morning brings its message once', async () => {
  await issueAndConfirm();
  expect(await morningOf('2026-11-27')).toBe(1);
  expect(await morningOf('2026-11-27', '00:10')).toBe(1);
  expect(await morningOf('2026-11-27', '02:00')).toBe(1);
  expect(await morningOf('2026-12-04')).toBe(2);
  expect(await morningOf('2026-12-03')).toBe(2);
});

test('a confirmation that the department owes is due by itself, and its button makes it', async () => {
  const desk = slackDesk(seated.slack, seated.seats);
  await reportAndIssue(() => desk, scene.settle);
  expect(await morningOf('2026-11-24')).toBe(1);
  expect(reminders().at(-1)).toContain(' · 确认 ');
  await desk.press('wang-lei', NUMBER, '确认');
  expect(await morningOf('2026-11-25')).toBe(1);
});
