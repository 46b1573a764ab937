import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { App } from '../../src/app.ts';
import { verifyAll } from '../../src/cli/verify.ts';
import { eventually } from '../support/eventually.ts';
import { movedClock } from '../support/moved-clock.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import type { Desk } from './desk.ts';
import { feishuDesk } from './feishu-desk.ts';
import { openFeishu, type SeatedFeishu } from './feishu-seats.ts';
import { orgFor } from './org-for.ts';
import { NUMBER, reportAndIssue } from './thread.ts';

let seated: SeatedFeishu;
let scene: WholeBot;
let other: App;
let desk: Desk;

/** Two processes of the bot, each with a long connection of its own; an event goes to one of them, the next to the other. */
beforeEach(async () => {
  const clock = movedClock('2026-11-23T01:00:00Z');
  seated = await openFeishu(clock);
  const org = parse(await orgFor(() => seated.seats, [seated.seats]));
  const channels = org.channels.map((channel: object) => ({ ...channel, purposes: ['findings', 'digest'] }));
  scene = await openWholeBot({ ...seated.settings, FEISHU_MODE: 'ws' }, stringify({ ...org, channels }), clock);
  other = await scene.another();
  desk = feishuDesk(seated.feishu, seated.seats);
  await eventually(() => seated.feishu.long.connected === 2);
});

afterEach(async () => {
  await scene.stop();
  await seated.feishu.close();
});

const both = <Result>(act: (app: App) => Promise<Result>) => Promise.all([scene.app, other].map(act));
const cardsWith = (place: string, words: string) =>
  seated.feishu.world.messagesIn(place).filter(({ card }) => JSON.stringify(card ?? null).includes(words)).length;

async function sweepAt(instant: string): Promise<void> {
  scene.clock.moveTo(instant);
  await both((app) => app.sweep());
  await scene.settle();
}

test('two processes on Feishu’s long connection: what people do is taken by either, once; reminder and digest come once', async () => {
  const { feishu, seats } = seated;
  await reportAndIssue(() => desk, scene.settle);
  expect(cardsWith(seats.channel, '状态')).toBe(1);
  const head = seats.userId('wang-lei');
  // The working day before the deadline, and the Monday a week after it.
  await sweepAt('2026-11-27T00:31:00Z');
  expect(cardsWith(head, '请留意这些期限')).toBe(1);
  await sweepAt('2026-12-07T01:00:30Z');
  expect(cardsWith(seats.channel, '逾期周报 · 12月7日至13日')).toBe(1);
  const before = feishu.world.messages.length;
  // A clock that jumps back over the morning, and on again.
  await sweepAt('2026-12-07T00:10:00Z');
  await sweepAt('2026-12-07T01:05:00Z');
  expect(feishu.world.messages.length).toBe(before);
  expect((await verifyAll(scene.app.records)).faults).toEqual([]);
});

test('an event that Feishu pushes again comes to the other process, and is answered and acted on once', async () => {
  const { feishu, seats } = seated;
  const reporter = seats.userId('huang-tao');
  const { event } = await feishu.say(reporter, 'p2p', '/finding list overdue');
  const answers = feishu.world.messagesIn(reporter).length;
  expect((await feishu.push(event))?.status).toBe(200);
  expect(feishu.world.messagesIn(reporter)).toHaveLength(answers);

  await feishu.say(seats.userId('liu-yang'), seats.channel, '3号机房门禁又坏了', { mention: false });
  const parent = feishu.world.messagesIn(seats.channel).at(-1);
  if (!parent) throw new Error('nothing was written');
  const noted = await feishu.say(reporter, seats.channel, '记为不符合', { parent });
  await feishu.push(noted.event);
  await scene.settle();
  const forms = feishu.world.messagesIn(reporter).filter(({ content }) => content.includes('"tag":"form"'));
  expect(forms).toHaveLength(1);
});

test('connections that were cut stand again, and nothing that is done afterwards is lost', async () => {
  seated.feishu.long.drop();
  await eventually(() => seated.feishu.long.connected === 2 && seated.feishu.long.opened === 4);
  await eventually(() => scene.logged.filter((line) => line.includes('stands again')).length === 2);
  await reportAndIssue(() => desk, scene.settle);
  expect((await scene.app.records.load({ number: NUMBER }))?.state).toBe('issued');
});
