import { afterEach, beforeEach, expect, test } from 'vitest';
import { words } from '../../../src/chat/text.ts';
import { cardOf } from '../../stand-ins/feishu/hands.ts';
import { eventually } from '../../support/eventually.ts';
import { form, liNa, newestIn, type OpenFeishuAdapter, openFeishuAdapter } from '../../worlds/feishu.ts';

let harness: OpenFeishuAdapter;
beforeEach(async () => {
  harness = await openFeishuAdapter({ mode: 'ws' });
});
afterEach(() => harness.close());

test('holds the same conversation over the long connection', async () => {
  harness.answerWith(async () => ({ kind: 'form', form }));
  const { answer } = await harness.feishu.say(liNa.openId, 'p2p', '/finding new');
  expect(answer).toEqual({ status: 200, body: {} });
  const message = newestIn(harness, liNa.openId);
  harness.answerWith(async () => ({ kind: 'toast', tone: 'good', text: words('已登记') }));
  const seen = await harness.feishu.submitForm(liNa.openId, message, { seen: '门禁' });
  expect(seen).toMatchObject({ toast: { type: 'success', content: '已登记' } });
  expect(cardOf(message).header?.title.content).toBe('已提交');
  expect(harness.interactions).toMatchObject([{ kind: 'command' }, { kind: 'submit', answers: { seen: '门禁' } }]);
});

test('leaves an event unacknowledged when its reply may not have been sent', async () => {
  harness.answerWith(async () => ({ kind: 'form', form }));
  harness.feishu.failNext('POST /open-apis/im/v1/messages', { kind: 'dropAfter' });
  const { event, answer } = await harness.feishu.say(liNa.openId, 'p2p', '/finding new');
  expect(answer?.status).toBe(500);
  expect((await harness.feishu.push(event))?.status).toBe(200);
  expect(harness.feishu.world.messagesIn(liNa.openId)).toHaveLength(2);
});

test('connects again after the connection was dropped', async () => {
  harness.feishu.long.drop();
  await eventually(() => expect(harness.feishu.long).toMatchObject({ opened: 2, connected: 1 }));
  // Open on the stand-in's side is not yet listening on the SDK's; Feishu itself would push an unacknowledged event again.
  await eventually(() => expect(harness.logged.join('')).toContain('stands again'));
  await harness.feishu.say(liNa.openId, 'p2p', 'help');
  expect(harness.interactions).toHaveLength(1);
});

test('hangs up when it is stopped', async () => {
  expect(harness.feishu.long.connected).toBe(1);
  await harness.adapter.stop();
  await eventually(() => expect(harness.feishu.long.connected).toBe(0));
});

test('an event whose connection was dropped before its answer is pushed again after 15 seconds and worked on once', async () => {
  harness.answerWith(async () => ({ kind: 'toast', tone: 'good', text: words('好') }));
  const { event } = await harness.feishu.say(liNa.openId, 'p2p', 'help');
  const before = harness.feishu.world.messagesIn(liNa.openId).length;
  const next: unknown = JSON.parse(JSON.stringify(event).replaceAll(/(ev|om)_\w+/g, '$1_another'));
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  harness.answerWith(async () => {
    await gate;
    return { kind: 'toast', tone: 'good', text: words('好') };
  });
  const lost = harness.feishu.long.push(next, 300);
  await eventually(() => expect(harness.interactions).toHaveLength(2));
  harness.feishu.long.drop();
  letGo();
  expect(await lost).toBeNull();
  await eventually(() => expect(harness.logged.join('')).toContain('stands again'));
  harness.pass(15_000);
  expect((await harness.feishu.long.push(next, 3_000))?.status).toBe(200);
  expect(harness.interactions).toHaveLength(2);
  expect(harness.feishu.world.messagesIn(liNa.openId)).toHaveLength(before + 1);
});
