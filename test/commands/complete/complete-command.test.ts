import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeCommand } from '../../../commands/complete/complete-command.ts';
import { table } from '../../../commands/table.ts';
import { recordModel } from '../../../src/records/store/record-model.ts';
import { type Conversation, openConversation } from '../../worlds/conversation.ts';

let room: Conversation;
beforeAll(async () => {
  room = await openConversation();
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

test.each([
  ['/cust', '/customer'],
  ['/customer f', '/customer feedback'],
  ['/customer ', '/customer 新建'],
  ['/qm aw', '/qm away'],
  ['/qm 周', '/qm 周报'],
  ['/serv', '/service'],
  ['/survey s', '/survey send'],
  ['/callback c', '/callback coverage'],
  ['/逾', '/逾期'],
  ['报告', '报告不符合'],
  ['报告', '报告事件'],
  ['满意', '满意度'],
  ['/年度', '/年度满意度调查'],
  ['拜访 列', '拜访 列表'],
])('every command is offered: %j may go on as %j', async (typed, command) => {
  expect(await commands(typed)).toContain(command);
});

test('each type has words of its own, and none that it does not know', async () => {
  const labels = (await offered('/visit ', 'emily')).map(({ label }) => label);
  expect(labels).toContain('Plan a visit');
  expect(labels).toContain('Open visits');
  expect(labels.join()).not.toMatch(/finding/i);
  expect((await commands('/callback n', 'emily')).join()).not.toContain('new');
  expect((await commands('/action ', 'emily')).join()).not.toContain('new');
});

test('nothing is offered under its name in the code', async () => {
  for (const typed of ['/c', '/s', '/p', '/survey', '/call', '/service', '/satis', '/company']) {
    expect((await commands(typed, 'emily')).join()).not.toMatch(/[a-z][A-Z]/);
  }
});

test('every command is completed from the beginning of its words', async () => {
  const missed: string[] = [];
  for (const one of table.all.filter(({ say, does }) => say && does)) {
    const way = one.phrases?.['zh-CN'][0] ?? one.words?.['zh-CN'][0] ?? '';
    const words = way.split(' ');
    const typed = [...words.slice(0, -1), (words.at(-1) ?? '').slice(0, -1)].join(' ');
    if (typed.trim() !== '' && !(await commands(`/${typed}`)).includes(`/${way}`)) missed.push(way);
  }
  expect(missed).toEqual([]);
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

test.each(['finding', '', '/nosuch x', '/finding search 机', '/finding list since ', '/finding show FD-2026-0001 '])(
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

test.each(['wang-lei', 'emily'])('every command can be completed in the language of %s', async (who) => {
  const locale = room.engine.org.person(who)?.language ?? 'zh-CN';
  const missed: string[] = [];
  for (const one of table.all) {
    const word = one.phrases?.[locale][0] ?? one.words?.[locale][0];
    if (!one.say || !one.does || word === undefined) continue;
    const found = await commands(`/${word.slice(0, -1)}`, who);
    if (!found.includes(`/${word}`)) missed.push(`${word} (${one.id})`);
  }
  expect(missed).toEqual([]);
});
