import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeCommand } from '../../../commands/complete/complete-command.ts';
import { recordModel } from '../../../src/records/record-model.ts';
import { openRoom, type Room } from '../room.ts';

let room: Room;
beforeAll(async () => {
  room = await openRoom();
  for (let count = 0; count < 2; count++) await room.reported();
});
afterAll(() => room.close());

async function offered(typed: string, who = 'li-na') {
  const { engine } = room;
  const person = engine.org.person(who);
  if (!person) throw new Error('nobody types');
  const typing = { ...engine, person, org: engine.org, now: engine.now(), locale: person.language };
  return completeCommand(typed, typing);
}
const commands = async (typed: string, who?: string) => (await offered(typed, who)).map(({ command }) => command);

test.each([
  ['/fi', '/finding'],
  ['/finding li', '/finding list'],
  ['/finding 列', '/finding 列表'],
  ['/发现项 统', '/发现项 统计'],
  ['／finding 搜', '/finding 搜索'],
  ['/finding 下', '/finding 下发'],
  ['/finding list 部', '/finding list 部门'],
  ['/finding list 部门 运', '/finding list 部门 运维管理部'],
  ['/finding list 部门 oper', '/finding list 部门 运维管理部'],
  ['/finding list 逾期 严', '/finding list 逾期 严重不符合'],
  ['/finding show ', '/finding show FD-2026-0001'],
  ['/finding show 巡检', '/finding show FD-2026-0001'],
  ['/finding 2', '/finding FD-2026-0002'],
  ['/finding 下发 0002', '/finding 下发 FD-2026-0002'],
])('%j may go on as %j', async (typed, command) => {
  expect(await commands(typed)).toContain(command);
});

test('each reader is offered their own language', async () => {
  expect(await commands('/finding list dep', 'emily')).toContain('/finding list department');
  expect(await commands('/finding list department oper', 'emily')).toContain('/finding list department Operations');
  expect(await commands('/finding list ', 'emily')).toContain('/finding list overdue');
  expect((await commands('/finding list ', 'emily')).join()).not.toMatch(/\p{Script=Han}/u);
});

test('a number names its record, and nothing follows it', async () => {
  expect(await offered('/finding show 0001')).toEqual([
    { command: '/finding show FD-2026-0001', label: '值班日志缺少两天的巡检记录', goesOn: false },
  ]);
});

test.each(['报告不符合', '', '/nosuch x', '/finding search 机', '/finding list since ', '/finding show FD-2026-0001 '])(
  'nothing is offered for %j',
  async (typed) => {
    expect(await offered(typed)).toEqual([]);
  },
);

test('a restricted record is offered to nobody who may not read it', async () => {
  const records = recordModel(room.engine.connection).collection;
  await records.updateOne({ number: 'FD-2026-0001' }, { $set: { restricted: true } });
  expect(await commands('/finding show 0001', 'huang-tao')).toEqual([]);
  expect(await commands('/finding show 0002', 'huang-tao')).toEqual(['/finding show FD-2026-0002']);
});

test('never are there more than can be read while typing', async () => {
  expect((await offered('/finding list 处理人 ')).length).toBeLessThanOrEqual(8);
});
