import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Target } from '../../../src/chat/port.ts';
import { card, group, liNa, type OpenFeishuAdapter, openFeishuAdapter } from '../../worlds/feishu.ts';

let harness: OpenFeishuAdapter;
beforeEach(async () => {
  harness = await openFeishuAdapter();
});
afterEach(() => harness.close());

const minute = 60_000;
const toGroup: Target = { kind: 'channel', channel: group };
const toLiNa: Target = { kind: 'user', userId: liNa.openId };
const create = 'POST /open-apis/im/v1/messages';
const list = 'GET /open-apis/im/v1/messages';
const now = () => harness.feishu.world.clock.now();

/** Posts, loses the answer, and gives the instant before. */
async function postUnknown(target: Target, key: string): Promise<Date> {
  const since = now();
  harness.feishu.failNext(create, { kind: 'dropAfter' });
  expect(await harness.adapter.post(target, card, key, 'zh-CN')).toMatchObject({ outcome: 'unknown' });
  return since;
}

test('within 50 minutes says no without asking, for a repeat is then the same message', async () => {
  const since = await postUnknown(toGroup, 'k1');
  const calls = harness.feishu.calls.length;
  harness.pass(49 * minute);
  expect(await harness.adapter.lookUp(toGroup, 'k1', since)).toEqual({ found: 'no' });
  expect(harness.feishu.calls).toHaveLength(calls);
  expect(await harness.adapter.post(toGroup, card, 'k1', 'zh-CN')).toMatchObject({ outcome: 'sent' });
  expect(harness.feishu.world.messagesIn(group)).toHaveLength(1);
});

test('later finds the message by its mark in the history of the chat', async () => {
  const since = await postUnknown(toGroup, 'k1');
  const [message] = harness.feishu.world.messagesIn(group);
  harness.pass(61 * minute);
  expect(await harness.adapter.lookUp(toGroup, 'k1', since)).toMatchObject({
    found: 'yes',
    place: { platform: 'feishu', channel: group, message: message?.id },
  });
  expect(await harness.adapter.lookUp(toGroup, 'k2', since)).toEqual({ found: 'no' });
});

test('finds it behind more than one page of others', async () => {
  const since = now();
  for (let index = 0; index < 120; index += 1) {
    harness.feishu.world.add({
      chat: group,
      sender: liNa.openId,
      type: 'text',
      content: '{}',
      card: undefined,
      uuid: undefined,
    });
  }
  await postUnknown(toGroup, 'k1');
  harness.pass(61 * minute);
  expect(await harness.adapter.lookUp(toGroup, 'k1', since)).toMatchObject({ found: 'yes' });
  expect(harness.feishu.calls.filter((call) => call === list)).toHaveLength(3);
});

test('finds it in a direct conversation that has been seen', async () => {
  await harness.feishu.say(liNa.openId, 'p2p', 'help');
  const since = await postUnknown(toLiNa, 'k1');
  harness.pass(61 * minute);
  expect(await harness.adapter.lookUp(toLiNa, 'k1', since)).toMatchObject({ found: 'yes' });
});

test('says unclear of a direct conversation that has not been seen', async () => {
  const since = await postUnknown(toLiNa, 'k1');
  harness.pass(61 * minute);
  expect(await harness.adapter.lookUp(toLiNa, 'k1', since)).toMatchObject({ found: 'unclear' });
});

test('finds a card that was pressed and redrawn in between', async () => {
  const since = await postUnknown(toGroup, 'k1');
  const [message] = harness.feishu.world.messagesIn(group);
  if (!message) throw new Error('nothing stands');
  harness.answerWith(async () => ({ kind: 'toast', tone: 'good', text: [], refresh: { ...card, title: '已批准' } }));
  await harness.feishu.press(liNa.openId, message, '批准');
  const place = {
    platform: 'feishu',
    workspace: harness.adapter.workspace,
    channel: group,
    message: message.id,
  } as const;
  await harness.adapter.refresh(place, { ...card, title: '已关闭' }, 'zh-CN');
  harness.pass(61 * minute);
  expect(await harness.adapter.lookUp(toGroup, 'k1', since)).toMatchObject({ found: 'yes' });
});

test('says unclear when a card of ours was deleted, or redrawn without its mark', async () => {
  const since = await postUnknown(toGroup, 'k1');
  const [message] = harness.feishu.world.messagesIn(group);
  if (!message) throw new Error('nothing stands');
  harness.pass(61 * minute);
  message.updated = true;
  message.content = '{"schema":"2.0"}';
  expect(await harness.adapter.lookUp(toGroup, 'k1', since)).toMatchObject({ found: 'unclear' });
  message.updated = false;
  expect(await harness.adapter.lookUp(toGroup, 'k1', since)).toEqual({ found: 'no' });
  message.deleted = true;
  expect(await harness.adapter.lookUp(toGroup, 'k1', since)).toMatchObject({ found: 'unclear' });
});

test('is not deceived by a user who quotes a mark', async () => {
  const since = await postUnknown(toGroup, 'k1');
  const [message] = harness.feishu.world.messagesIn(group);
  const mark = /k[0-9a-f]{19}/.exec(message?.content ?? '')?.[0] ?? '';
  expect(mark).toHaveLength(20);
  harness.feishu.world.messages.length = 0;
  const content = JSON.stringify({ text: mark });
  harness.feishu.world.add({
    chat: group,
    sender: liNa.openId,
    type: 'text',
    content,
    card: undefined,
    uuid: undefined,
  });
  harness.pass(61 * minute);
  expect(await harness.adapter.lookUp(toGroup, 'k1', since)).toEqual({ found: 'no' });
});

test.each([
  ['the permission is missing', { kind: 'refuse', code: 230027 } as const],
  ['Feishu is away', { kind: 'dropBefore' } as const],
  ['the answer cannot be read', { kind: 'garbage' } as const],
])('says unclear when %s', async (_, fault) => {
  const since = await postUnknown(toGroup, 'k1');
  harness.pass(61 * minute);
  harness.feishu.failNext(list, fault);
  expect(await harness.adapter.lookUp(toGroup, 'k1', since)).toMatchObject({ found: 'unclear' });
});
