import { afterEach, beforeEach, expect, test } from 'vitest';
import { waiting } from '../../../src/records/shape/effect.ts';
import { occurrenceModel } from '../../../src/schedule/occurrence-model.ts';
import { createOccurrences } from '../../../src/schedule/occurrence-repository.ts';
import { type Conversation, openConversation, textOf } from '../../worlds/conversation.ts';

let room: Conversation;

beforeEach(async () => {
  room = await openConversation();
  await room.organisation.change((data) => ({
    ...data,
    people: data.people.map((person) => (person.id === 'zheng-kai' ? { ...person, roles: ['admin'] } : person)),
  }));
});

afterEach(() => room.close());

/** A turn of periodic work whose message to `to` was given up. */
async function givenUp(period: string, status: 'dead' | 'unknown', to = 'li-na'): Promise<void> {
  const now = room.engine.now();
  const turn = { job: 'linked', scope: 'x', period, dueAt: now, until: now };
  const intent = {
    kind: 'post',
    key: `linked:x:${period}:${to}`,
    route: 'slack:T1',
    target: { kind: 'user', userId: 'U1' },
    purpose: 'notice',
    locale: 'zh-CN',
    personId: to,
    content: {},
  } as const;
  await createOccurrences(room.engine.connection).announce(turn, [
    {
      ...waiting(intent, now),
      status,
      reason: 'channel_not_found',
      attempts: 9,
      begun: status === 'unknown' ? now : null,
    },
  ]);
  await occurrenceModel(room.engine.connection).updateOne({ _id: `linked:x:${period}` }, { $set: { pending: 2 } });
}

const stored = async (period: string) =>
  occurrenceModel(room.engine.connection)
    .findOne({ _id: `linked:x:${period}` })
    .lean();
const ref = (period: string) => ({ store: 'occurrences', id: `linked:x:${period}`, key: `linked:x:${period}:li-na` });

test('an administrator sees what was not delivered, who is not linked, the next jobs with their zone, versions and counts', async () => {
  await room.reported();
  await givenUp('p1', 'dead');
  const text = textOf(await room.say('zheng-kai', '/qm admin'));
  expect(text).toContain('未送达的消息（1）');
  expect(text).toContain('linked:x:p1 · 李娜 (slack:T1)\n未发出：channel_not_found');
  expect(text).toContain('[重试] [放弃]');
  expect(text).toContain('[未接入（1）]');
  // It is Monday, ten o'clock: what was due this morning is over.
  expect(text).toContain('每日提醒 · 总部\n2026年11月24日 08:30（Asia/Shanghai）');
  expect(text).toContain('逾期周报 · digest (console:local)\n2026年11月30日 09:00（Asia/Shanghai）');
  expect(text).toContain('月度客户满意度 · digest (console:local)\n2026年12月1日 09:00（Asia/Shanghai）');
  expect(text).not.toContain('最近的处理');
  expect(text).toMatch(/qmbot \d+\.\d+\.\d+ · Node v\d+/);
  expect(text).toContain('发现项 1 / 1');
  expect(text).toContain('待发送: 1');
});

test('nobody else sees it, no matter what they say or press', async () => {
  await givenUp('p1', 'dead');
  expect(textOf(await room.say('li-na', '/qm admin'))).toContain('只有系统管理员可以查看');
  expect(textOf(await room.press('li-na', 'qm.drop', ref('p1')))).toContain('只有系统管理员可以查看');
  expect((await stored('p1'))?.effects).toHaveLength(1);
});

test('retry has it tried again from the beginning; who and when is kept and shown, and a second press finds it dealt with', async () => {
  await givenUp('p1', 'unknown');
  expect(textOf(await room.press('zheng-kai', 'qm.retry', ref('p1')))).toContain('已安排重试');
  const after = await stored('p1');
  expect(after).toMatchObject({ pending: 1 });
  expect(after?.effects[0]).toMatchObject({ status: 'waiting', attempts: 0, begun: null, lease: null });
  expect(after?.dealings).toEqual([
    {
      deed: 'retry',
      by: 'zheng-kai',
      at: room.engine.now(),
      key: ref('p1').key,
      kind: 'post',
      route: 'slack:T1',
      to: 'li-na',
    },
  ]);
  expect(textOf(await room.say('zheng-kai', '/qm admin'))).toContain(
    '最近的处理\n重试：linked:x:p1 · 李娜 (slack:T1)\n郑凯 2026年11月23日 10:00',
  );
  expect(textOf(await room.press('zheng-kai', 'qm.retry', ref('p1')))).toContain('已经处理过了');
});

test('drop takes it out for good', async () => {
  await givenUp('p1', 'dead');
  expect(textOf(await room.press('zheng-kai', 'qm.drop', ref('p1')))).toContain('已放弃');
  expect(await stored('p1')).toMatchObject({ effects: [], dealings: [{ deed: 'drop', by: 'zheng-kai' }] });
  expect(textOf(await room.press('zheng-kai', 'qm.drop', ref('p1')))).toContain('已经处理过了');
  expect((await stored('p1'))?.dealings).toHaveLength(1);
  expect(textOf(await room.say('zheng-kai', '/qm admin'))).toContain('放弃：linked:x:p1 · 李娜');
});

test('what may stand already asks before it is sent again', async () => {
  await givenUp('p1', 'unknown');
  const reply = await room.say('zheng-kai', '/qm admin');
  const buttons =
    reply.kind === 'card' ? reply.card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : [])) : [];
  expect(buttons.find(({ action }) => action === 'qm.retry')?.confirm?.text).toContain('可能已经在对方那里');
});

test('a long list comes in pages', async () => {
  for (let count = 0; count < 7; count++) await givenUp(`p${count}`, 'dead');
  expect(textOf(await room.say('zheng-kai', '/qm admin'))).toContain('第 1 至 5 条，共 7 条\n[下一页]');
  expect(textOf(await room.press('zheng-kai', 'qm.admin', { skip: 5 }))).toContain('第 6 至 7 条，共 7 条');
});

test('a message that still waits cannot be dropped by a made-up button', async () => {
  await givenUp('p1', 'dead');
  await room.press('zheng-kai', 'qm.retry', ref('p1'));
  await room.press('zheng-kai', 'qm.drop', ref('p1'));
  expect((await stored('p1'))?.effects).toHaveLength(1);
});

test('who is not linked is listed by name', async () => {
  expect(textOf(await room.press('zheng-kai', 'qm.unlinked', { skip: 0 }))).toContain('钱力');
});
