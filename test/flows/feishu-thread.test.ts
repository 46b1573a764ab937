import { afterEach, beforeEach, expect, test } from 'vitest';
import { movedClock } from '../support/moved-clock.ts';
import { feishuDesk } from './feishu-desk.ts';
import { openFeishu, type SeatedFeishu } from './feishu-seats.ts';
import { orgFor } from './org-for.ts';
import { type Scene, startScene } from './start-scene.ts';
import { NUMBER, wholeThread } from './thread.ts';

let seated: SeatedFeishu;
let scene: Scene;

beforeEach(async () => {
  const clock = movedClock('2026-11-23T01:00:00Z');
  seated = await openFeishu(clock);
  scene = await startScene(seated.settings, await orgFor(() => seated.seats, [seated.seats]), clock);
  seated.feishu.eventsUrl = `${scene.app.url}/feishu/events`;
});

afterEach(async () => {
  await scene.stop();
  await seated.feishu.close();
});

test('a finding goes from a message in Feishu to its closing', async () => {
  const desk = feishuDesk(seated.feishu, seated.seats);
  await wholeThread(() => desk, scene.settle);
  expect((await scene.app.records.load({ number: NUMBER }))?.state).toBe('closed');
});
