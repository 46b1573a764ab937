import { afterEach, beforeEach, expect, test } from 'vitest';
import { componentsOf } from '../stand-ins/feishu/fill-form.ts';
import { cardOf } from '../stand-ins/feishu/hands.ts';
import type { Message } from '../stand-ins/feishu/world.ts';
import { movedClock } from '../support/moved-clock.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import { feishuDesk } from './feishu-desk.ts';
import { openFeishu, type SeatedFeishu } from './feishu-seats.ts';
import { orgFor } from './org-for.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
let seated: SeatedFeishu;
let scene: WholeBot;

beforeEach(async () => {
  const clock = movedClock('2026-11-23T12:40:00Z');
  seated = await openFeishu(clock);
  scene = await openWholeBot(seated.settings, await orgFor(() => seated.seats, [seated.seats]), clock);
  seated.feishu.eventsUrl = `${scene.app.url}/feishu/events`;
});

afterEach(async () => {
  await scene.stop();
  await seated.feishu.close();
});

/** The cards of a record that can be pressed, wherever they stand: a record's card is the one that tells its state. */
function pressable(number: string): Message[] {
  return seated.feishu.world.messages.filter((message) => {
    const text = JSON.stringify(message.card ?? null);
    if (!text.includes(number) || !text.includes('状态')) return false;
    return componentsOf(cardOf(message).body.elements).some(({ tag }) => tag === 'button');
  });
}

/** A day later; the last seconds of it one by one, for pacing lets a chat rest between two messages. */
async function aDayLater(): Promise<void> {
  scene.clock.advance(DAY_MS - 3_000);
  for (let second = 0; second < 3; second++) {
    await scene.app.drain();
    scene.clock.advance(1_000);
  }
}

test('for sixty days findings that nobody touches have one card that works in each place, and it can be pressed at the end', async () => {
  const desk = feishuDesk(seated.feishu, seated.seats);
  const numbers = ['FD-2026-0001', 'FD-2026-0002'];
  for (const number of numbers) {
    await desk.say('huang-tao', '/finding new');
    await desk.fill('huang-tao', { what: `${number} 门禁记录缺失`, where: '3号机房' });
  }
  await scene.settle();
  // In the channel, and with each of the quality department.
  const places = new Set(pressable('FD-2026-0001').map(({ chat }) => chat));
  expect(places.size).toBeGreaterThan(1);

  for (let day = 0; day < 60; day++) {
    await aDayLater();
    for (const number of numbers) {
      const cards = pressable(number);
      expect(new Set(cards.map(({ chat }) => chat))).toEqual(places);
      expect(cards).toHaveLength(places.size);
      const oldest = Math.min(...cards.map(({ createdAt }) => createdAt));
      expect(scene.clock.now().getTime() - oldest).toBeLessThan(13 * DAY_MS);
    }
  }
  const hours = seated.feishu.world.messages.map(({ createdAt }) => new Date(createdAt + 8 * HOUR_MS).getUTCHours());
  expect(hours.every((hour) => hour >= 8 && hour < 21)).toBe(true);

  await desk.press('li-na', 'FD-2026-0002', '下发');
  expect(await desk.formTitle('li-na')).toContain('下发');
}, 60_000);
