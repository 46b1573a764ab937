import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordTypes } from '../../../src/quality/index.ts';
import { drawCard } from '../../../src/records/card/draw-card.ts';
import type { View } from '../../../src/records/declaration/record-context.ts';
import { createRegistry } from '../../../src/records/registry.ts';
import { openRoom, type Room, textOf, textOfCard } from '../../commands/room.ts';
import { describeMatrix } from '../../support/describe-matrix.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { MONDAY } from '../../support/organisation.ts';
import { drill } from './drill.ts';

// What somebody new would add: this folder, and this line.
const types = [...recordTypes, drill];
createRegistry(types);

const answers = { scenario: '机房断电', day: '2026-11-27' };
const said = { text: '十二分钟切换到备用电源' };

function drillIn(desk: Desk, state: 'planned' | 'held') {
  const planned = desk.create(drill, 'wang-lei', answers, 'DR-2026-0001');
  if (state === 'planned') return planned;
  const held = desk.ask(drill, planned, 'wang-lei', 'hold', said);
  if (held.verdict !== 'done') throw new Error(JSON.stringify(held));
  return held.record;
}

describeMatrix({
  noun: 'a drill',
  type: drill,
  page: new URL('./matrix.txt', import.meta.url),
  parts: { Mgr: 'wang-lei', Oth: 'wu-qiang', Sys: 'system' },
  states: ['planned', 'held'],
  openDesk,
  recordIn: drillIn,
  answer: () => said,
});

test('its card says in both languages what is known and what to do', () => {
  const desk = openDesk();
  const view: View = {
    org: desk.org,
    now: MONDAY,
    locale: 'zh-CN',
    platform: 'console',
    workspace: 'local',
    viewer: 'wang-lei',
  };
  const draw = (state: 'planned' | 'held', locale: View['locale']) =>
    textOfCard(drawCard(drill, drillIn(desk, state), { ...view, locale }, { as: 'personal' }));
  expect(draw('planned', 'zh-CN')).toContain('DR-2026-0001 · 机房断电');
  expect(draw('planned', 'zh-CN')).toContain('[登记结果]');
  expect(draw('held', 'en')).toContain('Result\n十二分钟切换到备用电源');
});

let room: Room;
beforeAll(async () => {
  room = await openRoom(undefined, {}, types);
});
afterAll(() => room.close());

test('it is planned, listed, shown and held in conversation', async () => {
  expect(await room.say('wang-lei', '/drill new')).toMatchObject({ kind: 'form', form: { id: 'drill.new' } });
  expect(textOf(await room.submit('wang-lei', 'drill.new', {}, answers))).toBe('已安排演练 DR-2026-0001。');
  expect(textOf(await room.say('wang-lei', '/drill list'))).toContain('机房断电');
  expect(textOf(await room.say('wang-lei', '应急演练 列表'))).toContain('机房断电');
  expect(await room.say('wang-lei', '/drill hold DR-2026-0001')).toMatchObject({ form: { id: 'drill.hold' } });
  const value = { number: 'DR-2026-0001', round: 0 };
  expect(textOf(await room.submit('wang-lei', 'drill.hold', value, said))).toContain('登记了演练结果');
  expect(textOf(await room.say('emily', 'DR-2026-0001'))).toContain('Held');
});
