import { afterEach, beforeEach, expect, test } from 'vitest';
import { createOrgStore } from '../../../src/org/org-store.ts';
import { type Conversation, openConversation, textOf } from '../../worlds/conversation.ts';

let room: Conversation;

beforeEach(async () => {
  room = await openConversation();
});

afterEach(() => room.close());

/** The organisation's deputies, as the database has them, but for those of its file. */
async function set() {
  const store = createOrgStore(room.engine.connection, { now: () => room.engine.now() });
  const { data } = await store.load();
  return data.deputies.filter(({ setBy }) => setBy !== undefined);
}

test('an absence said in one line is set down, and the deputy is told', async () => {
  const reply = await room.say('xu-fang', '/qm away 2026-12-01 2026-12-05 刘洋');
  expect(textOf(reply)).toContain('已登记：2026年12月1日至2026年12月5日由刘洋代理');
  expect(await set()).toEqual([
    {
      person: 'xu-fang',
      deputy: 'liu-yang',
      from: '2026-12-01',
      to: '2026-12-05',
      setBy: 'xu-fang',
      setAt: '2026-11-23T02:00:00.000Z',
    },
  ]);
  expect(await room.told()).toEqual([
    ['liu-yang', expect.objectContaining({ notice: 'away', what: 'set', person: { zh: '徐芳', en: 'Xu Fang' } })],
  ]);
});

test.each(['休假 明天 刘洋', '休假明天 刘洋', '/qm 请假 明天 liu-yang', 'qm leave tomorrow Liu Yang'])(
  '"%s" is understood, too',
  async (text) => {
    await room.say('xu-fang', text);
    expect(await set()).toMatchObject([{ deputy: 'liu-yang', from: '2026-11-24', to: '2026-11-24' }]);
  },
);

test('said twice it is one absence, and the deputy is told once', async () => {
  await room.say('xu-fang', '/qm away 12-01 12-05 刘洋');
  await room.say('xu-fang', '/qm away 12-01 12-05 刘洋');
  expect(await set()).toHaveLength(1);
  expect(await room.told()).toHaveLength(1);
});

test('a name that is nearly right is asked back with buttons, and a press sets it down', async () => {
  const reply = await room.say('xu-fang', '/qm away 12-01 12-05 刘扬');
  expect(textOf(reply)).toContain('“刘扬”指的是哪一位');
  expect(await set()).toEqual([]);
  const value = { from: '2026-12-01', to: '2026-12-05', deputy: 'liu-yang' };
  expect(textOf(await room.press('xu-fang', 'qm.awayAs', value))).toContain('已登记');
  expect(await set()).toMatchObject([value]);
});

test('missing words bring the form, with what was said in it', async () => {
  const reply = await room.say('xu-fang', '/qm away 12-01');
  if (reply.kind !== 'form') throw new Error(reply.kind);
  const initial = Object.fromEntries(
    reply.form.fields.map((field) => [field.name, 'initial' in field && field.initial]),
  );
  expect(initial).toEqual({ from: '2026-12-01', to: false, deputy: false });
  const answers = { from: '2026-12-01', to: '2026-12-02', deputy: 'huang-tao' };
  expect(textOf(await room.submit('xu-fang', 'qm.away', {}, answers))).toContain('由黄涛代理');
  expect(await set()).toMatchObject([answers]);
});

test('a form whose days are the wrong way round comes back with the error at its field', async () => {
  const answers = { from: '2026-12-05', to: '2026-12-01', deputy: 'huang-tao' };
  const reply = await room.submit('xu-fang', 'qm.away', {}, answers);
  expect(reply).toMatchObject({ kind: 'errors', errors: { to: '最后一天早于第一天，请检查日期。' } });
  expect(await set()).toEqual([]);
});

test('a deputy who is away, and an overlap, are told beside the confirmation', async () => {
  await room.say('xu-fang', '/qm away 12-01 12-05 刘洋');
  await room.say('liu-yang', '/qm away 12-03 12-04 黄涛');
  const text = textOf(await room.say('xu-fang', '/qm away 12-02 12-06 刘洋'));
  expect(text).toContain('刘洋在2026年12月3日至2026年12月4日也不在，那几天由黄涛接着代理');
  expect(text).toContain('2026年12月1日至2026年12月5日另有一项安排');
});

test('a circle is refused, and nothing is set down', async () => {
  await room.say('xu-fang', '/qm away 12-01 12-05 刘洋');
  expect(textOf(await room.say('liu-yang', '/qm away 12-05 12-06 徐芳'))).toContain('会形成循环');
  expect(await set()).toHaveLength(1);
});

test('away alone shows what is set down with a button to end each; off ends all, and the deputies are told', async () => {
  await room.say('xu-fang', '/qm away 11-20 12-05 刘洋');
  await room.say('xu-fang', '/qm away 2026-12-10 2026-12-11 黄涛');
  await room.say('xu-fang', '/qm away 今天 12-05 刘洋');
  expect(textOf(await room.say('xu-fang', '/qm away'))).toContain('2026年12月10日至2026年12月11日\n由黄涛代理 [结束]');
  const ended = await room.press('xu-fang', 'qm.awayEnd', {
    from: '2026-12-10',
    to: '2026-12-11',
    deputy: 'huang-tao',
  });
  expect(textOf(ended)).toContain('已结束 1 项安排');
  expect(textOf(await room.say('xu-fang', '/qm away off'))).toContain('目前没有安排');
  const told = (await room.told()).map(([personId, content]) => [personId, (content as { what: string }).what]);
  expect(told).toContainEqual(['huang-tao', 'ended']);
  expect(textOf(await room.say('xu-fang', '/qm away off'))).toContain('没有可结束的休假安排');
});

test('nobody ends the absence of another person', async () => {
  await room.say('xu-fang', '/qm away 12-01 12-05 刘洋');
  const value = { from: '2026-12-01', to: '2026-12-05', deputy: 'liu-yang' };
  expect(textOf(await room.press('huang-tao', 'qm.awayEnd', value))).toContain('没有可结束的休假安排');
  expect(await set()).toHaveLength(1);
});

test.each([
  ['a deputy who is not there', { from: '2026-12-01', to: '2026-12-02', deputy: 'nobody' }, '名单里没有这位同事'],
  ['a deputy who has left', { from: '2026-12-01', to: '2026-12-02', deputy: 'fang-lei' }, '名单里没有这位同事'],
  ['no day', { from: 'x', to: '2026-12-02', deputy: 'liu-yang' }, '没有这个操作'],
])('a tampered button with %s is turned down', async (_what, value, text) => {
  expect(textOf(await room.press('xu-fang', 'qm.awayAs', value))).toContain(text);
  expect(await set()).toEqual([]);
});

test('in English, by the day of one’s own site', async () => {
  const reply = await room.say('emily', '/qm away tomorrow Li Na');
  expect(textOf(reply)).toContain('Set down: Li Na stands in for you on 24 Nov 2026, and has been told.');
});
