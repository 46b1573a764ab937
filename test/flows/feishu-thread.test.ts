import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MovedClock, movedClock } from '../support/moved-clock.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import { feishuDesk } from './feishu-desk.ts';
import { openFeishu, type SeatedFeishu } from './feishu-seats.ts';
import { orgFor } from './org-for.ts';
import { NUMBER, wholeThread } from './thread.ts';

let seated: SeatedFeishu;
let scene: WholeBot;
let clock: MovedClock;

async function open(mode: 'http' | 'ws'): Promise<void> {
  const settings = { ...seated.settings, FEISHU_MODE: mode };
  scene = await openWholeBot(settings, await orgFor(() => seated.seats, [seated.seats]), clock);
  if (mode === 'http') seated.feishu.eventsUrl = `${scene.app.url}/feishu/events`;
}

beforeEach(async () => {
  clock = movedClock('2026-11-23T01:00:00Z');
  seated = await openFeishu(clock);
});

afterEach(async () => {
  await scene.stop();
  await seated.feishu.close();
});

test.each([
  ['over HTTP', 'http'],
  ['over the long connection', 'ws'],
] as const)('a finding goes from a message in Feishu to its closing %s', async (_how, mode) => {
  await open(mode);
  expect(seated.feishu.long.connected).toBe(mode === 'ws' ? 1 : 0);
  const desk = feishuDesk(seated.feishu, seated.seats);
  await wholeThread(() => desk, scene.settle);
  expect((await scene.app.records.load({ number: NUMBER }))?.state).toBe('closed');
});
