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

test('lets fifty cards of a workspace be redrawn at once on Slack, then one every 1.2 seconds, across all channels', () => {
  const pace = createPace();
  const turns = Array.from({ length: 53 }, (_none, index) =>
    pace.refreshTurn(channel(`c${index % 3}`), `place ${index}`, 0),
  );
  expect(turns.filter((at) => at === 0)).toHaveLength(50);
  expect(turns.slice(50)).toEqual([1_200, 2_400, 3_600]);
  expect(pace.refreshTurn(channel('c0', 'feishu'), 'elsewhere', 0)).toBe(0);
  // A minute later there is room for as many again.
  for (const index of turns.keys()) pace.take(`place ${index}`);
  expect(
    Array.from({ length: 50 }, (_none, index) => pace.refreshTurn(channel('x'), `later ${index}`, 64_000)),
  ).toEqual(Array.from({ length: 50 }, () => 64_000));
});

test('neither do refreshes wait for messages, nor messages for a workspace whose refreshes are paused', () => {
  const pace = createPace();
  pace.turn(channel('x'), 'a', 0);
  expect(pace.refreshTurn(channel('x'), 'place', 0)).toBe(0);
  pace.pauseRefreshes('slack:w', 30_000);
  expect(pace.refreshTurn(channel('x'), 'place', 10)).toBe(30_000);
  expect(pace.turn(channel('y'), 'b', 10)).toBe(10);
  pace.pauseRoute('slack:w', 60_000);
  expect(pace.refreshTurn(channel('y'), 'other place', 40_000)).toBe(40_000);
});
