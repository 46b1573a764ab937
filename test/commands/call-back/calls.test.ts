import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { coverageContent, makeCoverage } from '../../../commands/call-back/export-coverage.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { occurrenceModel } from '../../../src/schedule/occurrence-model.ts';
import { type Conversation, openConversation, textOf, textOfCard } from '../../worlds/conversation.ts';
import { buttonsOf, type CallSaid, cardIn, owedIn, pressOn, storedIn } from './calling.ts';
import { agent, colleague, served } from './served.ts';

let room: Conversation;
let isReachable: boolean;
beforeEach(async () => {
  isReachable = false;
  room = await openConversation(served(), {
    reachable: () => isReachable,
    linkTo: ({ purpose, number, contactId }) =>
      Promise.resolve(`https://qm.example.com/${purpose}/${number}/${contactId}`),
  });
});
afterEach(() => room.close());

const owed = (...said: CallSaid) => owedIn(room, ...said);
const stored = (number: string) => storedIn(room, number);
const press = (who: string, reply: Reply, label: string) => pressOn(room, who, reply, label);

test('"回访" shows whom to call with a number that dials, what was done, and a button for each answer', async () => {
  await owed(1);
  const card = cardIn(await room.say(agent, '回访'));
  const text = textOfCard(card);
  expect(text).toContain('IN-2026-0001 · 闸机不能刷卡');
  expect(text).toMatch(
    /联系人: 钱明\n职务: 机电部主任\n电话: \+8613800000011\n客户: 地铁集团\n项目: 三号线\n方便时间: 上午/,
  );
  expect(text).toContain('更换了读卡器');
  expect(text).toContain('[非常满意] [满意] [一般] [不满意] [非常不满意]');
  expect(text).toContain('[无人接听] [稍后再打] [客户投诉] [详细填写]');
  expect(JSON.stringify(card)).toContain('"url":"tel:+8613800000011"');
  expect(text).toContain('客户可致电时段到 2026年11月23日 20:00');
});

test('one press records a satisfied customer, and the next one follows in the same card', async () => {
  await owed(1);
  await owed(2, 'sun-li', '2026-11-23T01:30:00.000Z');
  const next = await press(agent, await room.say(agent, '/callback'), '非常满意');
  expect(textOf(next)).toBe('IN-2026-0001-C1：非常满意');
  expect(textOfCard(cardIn(next))).toContain('IN-2026-0002 · 闸机不能刷卡');
  expect(textOfCard(cardIn(next))).toContain('还有 1 条可回访，本次已完成 1 条');
  expect(await stored('IN-2026-0001-C1')).toMatchObject({
    state: 'reached',
    data: { answer: { score: 5, by: agent, via: 'call', complaint: false } },
  });
  const end = await press(agent, next, '不满意');
  expect(textOfCard(cardIn(end))).toContain('都回访完了，本次完成 2 条');
});

test('what was just recorded can be taken back on the next card, and is shown again', async () => {
  await owed(1);
  await owed(2, 'sun-li', '2026-11-23T01:30:00.000Z');
  const next = await press(agent, await room.say(agent, '/callback'), '一般');
  const again = await press(agent, next, '撤回上一步');
  expect(await stored('IN-2026-0001-C1')).toMatchObject({ state: 'due' });
  const text = textOfCard(cardIn(again));
  expect(text).toContain('还有 2 条可回访');
  expect(text).toContain('本次已完成 0 条');
});

test('the same contact’s other items follow at once, and their previous answer is shown', async () => {
  await owed(1, 'qian-ming', '2026-11-23T00:00:00.000Z');
  await owed(2, 'sun-li', '2026-11-23T00:30:00.000Z');
  await owed(3, 'qian-ming', '2026-11-23T01:00:00.000Z', '通道门打不开');
  const first = await room.say(agent, '/callback');
  expect(textOfCard(cardIn(first))).toMatch(/这位联系人共 2 条[\s\S]*IN-2026-0003 通道门打不开/);
  const next = await press(agent, first, '满意');
  expect(textOfCard(cardIn(next))).toContain('IN-2026-0003 · 通道门打不开');
  expect(textOfCard(cardIn(next))).toContain('上次评价: 满意');
});

test('nobody is called outside of their hours, and it is said from when on', async () => {
  await owed(1, 'zhou-ye');
  const text = textOfCard(cardIn(await room.say(agent, '/callback')));
  expect(text).toContain('现在没有可回访的');
  expect(text).toContain('1 条不在可致电时段，14:00 起可回访');
  room.engine.at('2026-11-23T06:00:00Z');
  expect(textOfCard(cardIn(await room.say(agent, '/callback')))).toContain('联系人: 周野');
});

test('who does not answer is offered again an hour later; who has no time, when they asked for it', async () => {
  await owed(1);
  await owed(2, 'sun-li', '2026-11-23T01:30:00.000Z');
  const second = await press(agent, await room.say(agent, '/callback'), '无人接听');
  expect(textOfCard(cardIn(second))).toContain('IN-2026-0002');
  expect(textOfCard(cardIn(second))).toContain('1 条稍后再打，最早 11:00');
  const asked = await press(agent, second, '稍后再打');
  if (asked.kind !== 'form') throw new Error(textOf(asked));
  const end = await room.submit(agent, asked.form.id, asked.form.context, { when: 'time', time: '15:30' });
  expect(end).toMatchObject({ kind: 'card', replaces: true });
  expect(textOf(end)).toContain('2 条稍后再打，最早 11:00');
  room.engine.at('2026-11-23T03:00:00Z');
  expect(textOfCard(cardIn(await room.say(agent, '/callback')))).toContain('已拨打: 1 次');
});

test('two agents are never given the same customer, until what one has before them lapses', async () => {
  await owed(1);
  await room.say(agent, '/callback');
  const text = textOfCard(cardIn(await room.say(colleague, '/callback')));
  expect(text).toContain('1 条由同事回访');
  room.engine.at('2026-11-23T02:31:00Z');
  expect(textOfCard(cardIn(await room.say(colleague, '/callback')))).toContain('联系人: 钱明');
});

test('two agents who ask at the same moment get different customers', async () => {
  await owed(1);
  await owed(2, 'sun-li', '2026-11-23T01:30:00.000Z');
  const cards = await Promise.all([room.say(agent, '/callback'), room.say(colleague, '/callback')]);
  expect(new Set(cards.map((reply) => cardIn(reply).title.slice(0, 12))).size).toBe(2);
});

test('at the end of a shift an agent hands what they have to a colleague, or back to the queue', async () => {
  const number = await owed(1);
  await room.say(agent, '/callback');
  const asked = await room.say(agent, '回访 交接');
  if (asked.kind !== 'form') throw new Error(textOf(asked));
  const shared = await room.submit(agent, asked.form.id, {}, { to: colleague });
  expect(textOf(shared)).toBe('已把 1 条交给宋洁。');
  expect((await stored(number)).data.taken).toMatchObject({ by: colleague });
  const back = await room.say(colleague, '/callback share');
  if (back.kind !== 'form') throw new Error(textOf(back));
  expect(textOf(await room.submit(colleague, back.form.id, {}, {}))).toBe('已把 1 条放回队列。');
  expect((await stored(number)).data.taken).toBeNull();
  expect(textOf(await room.say(agent, '/callback share'))).toBe('您手上没有待回访的。');
});

test('the queue is the service desk’s, and its list everybody’s, without telephone numbers', async () => {
  await owed(1);
  expect(textOf(await room.say('emily', '/callback'))).toContain('service desk calls');
  const list = textOf(await room.say('chen-jing', '/callback list'));
  expect(list).toContain('IN-2026-0001-C1');
  expect(list).not.toContain('138');
  expect(textOf(await room.say('chen-jing', 'IN-2026-0001-C1'))).not.toContain('13800000011');
  expect(room.logged.join()).not.toContain('13800000011');
});

test('coverage tells, for each agent and each day, what was due, reached in time and late', async () => {
  await owed(1, 'qian-ming', '2026-11-22T01:00:00.000Z');
  await owed(2, 'sun-li', '2026-11-22T03:00:00.000Z');
  await owed(3, 'sun-li', '2026-11-20T03:00:00.000Z');
  await press(agent, await room.say(agent, '回访'), '满意');
  // It is ten o'clock: the first and the third are over their time; the second is due at eleven, and Xu Fang has it before her now.
  const text = textOf(await room.say(agent, '回访 覆盖率'));
  expect(text).toContain('应回访 3 条，按时完成 0%');
  expect(text).toContain('按专员');
  expect(text).toContain('徐芳　应回访 2 条，按时完成 0%\n超时 1，未到期 1');
  expect(text).toContain('无人领取或客户自评　应回访 1 条，按时完成 0%\n超时 1');
  expect(text).toContain('11月21日　应回访 1 条，按时完成 0%');
  expect(textOf(await room.say(agent, '/callback coverage since 11-22'))).toContain('应回访 2 条');
  expect(textOf(await room.say(agent, '回访 覆盖率 自 某天'))).toContain('请写成“回访 覆盖率 自 11-01”');
});

test('coverage comes as a file, too: a line for each day and agent, with the zone of its days and nothing that runs as a formula', async () => {
  await owed(1, 'qian-ming', '2026-11-22T01:00:00.000Z');
  await owed(2, 'sun-li', '2026-11-20T03:00:00.000Z');
  // Outside of their hours: nobody takes it.
  await owed(3, 'zhou-ye', '2026-11-21T03:00:00.000Z');
  await press(agent, await room.say(agent, '回访'), '满意');
  const asked = [
    await room.say(agent, '/callback coverage export csv since 11-21'),
    await press(agent, await room.say(agent, '回访 覆盖率'), '存为 Excel'),
  ];
  for (const reply of asked) expect(textOf(reply)).toContain('文件稍后会私信发给您');
  expect(textOf(await room.say(agent, '回访 覆盖率 导出 某天'))).toContain('请写成“回访 覆盖率 自 11-01”');
  const kept = await occurrenceModel(room.engine.connection)
    .find({ job: 'file' } as never)
    .lean();
  const contents = kept.flatMap(({ effects }) =>
    effects.map((effect) => coverageContent.parse(Object(effect).content)),
  );
  expect(contents).toEqual([
    { file: 'coverage', from: '2026-11-21', as: 'csv' },
    { file: 'coverage', from: '2026-11-17', as: 'xlsx' },
  ]);
  const person = room.engine.org.person(agent);
  const [content] = contents;
  if (!person || !content) throw new Error('nobody asked');
  const named = { ...room.engine.org, person: () => ({ ...person, name: { zh: '=HYPERLINK("x")', en: '' } }) };
  const reader = { ...room.engine, org: named, person, now: room.engine.now(), locale: 'zh-CN' } as const;
  const file = await makeCoverage(content, 'effect-1', reader);
  expect(file.name).toMatch(/^回访覆盖率-2026-11-23-[0-9a-f]{8}\.csv$/);
  expect(parse(Buffer.from(file.bytes), { bom: true, columns: true })).toMatchObject([
    {
      '到期日（Asia/Shanghai）': '2026-11-21',
      专员: `'=HYPERLINK("x")`,
      应回访: '1',
      超时: '1',
      '按时完成率（%）': '0',
    },
    { '到期日（Asia/Shanghai）': '2026-11-22', 专员: '无人领取或客户自评', 应回访: '1', 超时: '1', 历史导入: '0' },
    { '到期日（Asia/Shanghai）': '2026-11-23', 专员: `'=HYPERLINK("x")`, 应回访: '1', 超时: '1' },
  ]);
});

test('who will not talk now gets a link to rate the service, and the next customer follows; they are called again if they do not use it', async () => {
  await owed(1);
  await owed(2, 'sun-li', '2026-11-23T01:30:00.000Z');
  isReachable = true;
  const given = await press(agent, await room.say(agent, '/callback'), '发评价链接');
  const text = textOfCard(cardIn(given));
  expect(text).toContain(
    '钱明 您好，请为本次服务评价，只需一分钟：https://qm.example.com/rating/IN-2026-0001/qian-ming',
  );
  expect(JSON.stringify(cardIn(given))).toContain('https://qm.example.com/rating/IN-2026-0001/qian-ming/qr');
  expect(await stored('IN-2026-0001-C1')).toMatchObject({ state: 'due', data: { taken: null } });
  const next = await press(agent, given, '下一位');
  expect(textOfCard(cardIn(next))).toContain('IN-2026-0002');
  expect(textOfCard(cardIn(next))).toContain('本次已完成 0 条');
  expect(textOfCard(cardIn(next))).toContain('1 条稍后再打，最早 11:00');
  expect(textOf(await room.say('chen-jing', 'IN-2026-0001-C1'))).toContain('徐芳 已联系，把评价链接交给了客户');
});

test('forty customers are called in forty-one requests, one press each', async () => {
  for (let count = 1; count <= 40; count++) {
    await owed(count, count % 2 === 0 ? 'qian-ming' : 'sun-li', '2026-11-23T01:00:00.000Z');
  }
  let reply = await room.say(agent, '/callback');
  let presses = 0;
  while (buttonsOf(reply).some(({ label }) => label === '非常满意')) {
    reply = await press(agent, reply, '非常满意');
    presses += 1;
  }
  expect(presses).toBe(40);
  expect(textOfCard(cardIn(reply))).toContain('都回访完了，本次完成 40 条');
});
