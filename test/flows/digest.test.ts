import { afterEach, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { movedClock } from '../support/moved-clock.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import { feishuDesk } from './feishu-desk.ts';
import { openFeishu } from './feishu-seats.ts';
import { orgFor, type Seats } from './org-for.ts';
import { slackDesk } from './slack-desk.ts';
import { openSlack } from './slack-seats.ts';
import { reportAndIssue } from './thread.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** The sample organisation on one platform, whose channel takes digests too. */
async function orgWithDigests(seats: Seats): Promise<string> {
  const org = parse(await orgFor(() => seats, [seats]));
  const channels = org.channels.map((channel: object) => ({ ...channel, purposes: ['findings', 'digest'] }));
  return stringify({ ...org, channels });
}

/** A Monday at nine: the first digest, of a week in which nothing had happened yet, comes at the start. */
const START = '2026-11-23T01:00:00Z';
const NEXT_MONDAY = '2026-11-30T01:00:30Z';

async function settleSweep(scene: WholeBot): Promise<void> {
  await scene.app.sweep();
  await scene.settle();
}

async function onSlack() {
  const clock = movedClock(START);
  const seated = await openSlack(clock);
  closers.push(() => seated.slack.close());
  const scene = await openWholeBot(seated.settings, await orgWithDigests(seated.seats), clock);
  closers.push(() => scene.stop());
  seated.slack.connect(`${scene.app.url}/slack/events`);
  return { scene, clock, seated, desk: slackDesk(seated.slack, seated.seats) };
}

test('on Slack the digest names what is overdue, mentions its owner and has a chart; it is posted once by two sweeps', async () => {
  const { scene, clock, seated, desk } = await onSlack();
  await settleSweep(scene);
  await reportAndIssue(() => desk, scene.settle);
  // Due on 30 November; a week later it is overdue.
  clock.moveTo('2026-12-07T01:00:30Z');
  await Promise.all([scene.app.sweep(), scene.app.sweep()]);
  await scene.settle();
  const digests = (await desk.channel()).filter((text) => text.includes('逾期周报 · 12月7日至13日'));
  expect(digests).toHaveLength(1);
  expect(digests[0]).toContain('FD-2026-0001');
  expect(digests[0]).toContain(`"user_id":"${seated.seats.userId('wang-lei')}"`);
  // The report, and the confirmation that was due before it.
  expect(digests[0]).toContain('目前逾期 2 项');
  expect(digests[0]).toContain(' · 确认 门禁记录缺失');
  await desk.press('li-na', '逾期周报', '查看全部逾期');
  await expect.poll(() => desk.told('li-na')).toContain('FD-2026-0001');
  // The digest itself stays as it stands for everybody.
  expect((await desk.channel()).filter((text) => text.includes('逾期周报 · 12月7日至13日'))).toEqual(digests);
});

test('on Slack a digest that was missed is sent once on return, while its week stands; later it is not', async () => {
  const { scene, clock, desk } = await onSlack();
  await settleSweep(scene);
  const count = async (week: string) =>
    (await desk.channel()).filter((text) => text.includes(`逾期周报 · ${week}`)).length;
  // Down over Monday, back on Thursday.
  clock.moveTo('2026-12-03T06:00:00Z');
  await settleSweep(scene);
  await settleSweep(scene);
  expect(await count('11月30日至12月6日')).toBe(1);
  // Down again until the Saturday after.
  clock.moveTo('2026-12-12T06:00:00Z');
  await settleSweep(scene);
  expect(await count('12月7日至13日')).toBe(0);
});

test('a preview shows the digest and the summary to the asker alone', async () => {
  const { scene, desk } = await onSlack();
  await settleSweep(scene);
  const before = (await desk.channel()).length;
  await desk.say('li-na', '/qm digest preview');
  await expect.poll(() => desk.told('li-na')).toContain('逾期周报 · 11月23日至29日');
  await desk.say('li-na', '/qm digest preview month');
  await expect.poll(() => desk.told('li-na')).toContain('月度质量小结 · 2026年11月');
  await scene.settle();
  expect((await desk.channel()).length).toBe(before);
});

test('on Feishu the digest has VChart’s chart and a mention, and the summary comes on the first working day', async () => {
  const clock = movedClock(START);
  const seated = await openFeishu(clock);
  closers.push(() => seated.feishu.close());
  const scene = await openWholeBot(seated.settings, await orgWithDigests(seated.seats), clock);
  closers.push(() => scene.stop());
  seated.feishu.eventsUrl = `${scene.app.url}/feishu/events`;
  const desk = feishuDesk(seated.feishu, seated.seats);
  await settleSweep(scene);
  await reportAndIssue(() => desk, scene.settle);
  clock.moveTo(NEXT_MONDAY);
  await settleSweep(scene);
  expect((await desk.channel()).join()).toContain('目前没有逾期事项');
  clock.moveTo('2026-12-07T01:00:30Z');
  await settleSweep(scene);
  const channel = await desk.channel();
  const digest = channel.find((text) => text.includes('逾期周报 · 12月7日至13日')) ?? '';
  expect(digest).toContain(`<at id=${seated.seats.userId('wang-lei')}></at>`);
  const summary = channel.find((text) => text.includes('月度质量小结 · 2026年11月')) ?? '';
  expect(summary).toContain('"tag":"chart"');
  expect(channel.filter((text) => text.includes('月度质量小结'))).toHaveLength(1);
});
