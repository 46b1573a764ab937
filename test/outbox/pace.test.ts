import { expect, test } from 'vitest';
import { createPace, spacingMs } from '../../src/outbox/pace.ts';

const channel = (name: string, platform: 'slack' | 'feishu' | 'console' = 'slack') => ({
  route: `${platform}:w`,
  platform,
  channel: name,
});

test('gives the messages of one channel turns a second apart on Slack, five a second on Feishu, at once on the console', () => {
  const pace = createPace();
  const turns = (platform: 'slack' | 'feishu' | 'console') =>
    ['a', 'b', 'c'].map((key) => pace.turn(channel('x', platform), platform + key, 0));
  expect(turns('slack')).toEqual([0, 1_000, 2_000]);
  expect(turns('feishu')).toEqual([0, 200, 400]);
  expect(turns('console')).toEqual([0, 0, 0]);
  expect(spacingMs.slack).toBe(1_000);
});

test('gives the same turn when asked again, and does not let channels wait for each other', () => {
  const pace = createPace();
  expect(pace.turn(channel('x'), 'a', 0)).toBe(0);
  expect(pace.turn(channel('x'), 'b', 0)).toBe(1_000);
  expect(pace.turn(channel('x'), 'b', 500)).toBe(1_000);
  expect(pace.turn(channel('y'), 'c', 0)).toBe(0);
});

test('a pause of a channel moves all turns behind it, still one after the other', () => {
  const pace = createPace();
  pace.turn(channel('x'), 'a', 0);
  pace.turn(channel('x'), 'b', 0);
  pace.pause(channel('x'), 30_000);
  expect(pace.turn(channel('x'), 'b', 10)).toBe(30_000);
  expect(pace.turn(channel('x'), 'a', 10)).toBe(31_000);
  expect(pace.turn(channel('y'), 'c', 10)).toBe(10);
});

test('a pause of the workspace holds every channel of it, and no other workspace', () => {
  const pace = createPace();
  pace.turn(channel('x'), 'a', 0);
  pace.pauseRoute('slack:w', 60_000);
  expect(pace.turn(channel('x'), 'a', 1)).toBe(60_000);
  expect(pace.turn(channel('y'), 'b', 1)).toBe(60_000);
  expect(pace.turn(channel('x', 'feishu'), 'c', 1)).toBe(1);
});

test('forgets turns that nobody took', () => {
  const pace = createPace();
  pace.turn(channel('x'), 'a', 0);
  pace.turn(channel('x'), 'b', 100_000);
  expect(pace.turn(channel('x'), 'a', 100_000)).toBe(101_000);
});
