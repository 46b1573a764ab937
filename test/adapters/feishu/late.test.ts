import { expect, test } from 'vitest';
import type { Reply } from '../../../src/chat/reply.ts';
import { words } from '../../../src/chat/text.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { cardOf } from '../../stand-ins/feishu/hands.ts';
import type { Message } from '../../stand-ins/feishu/world.ts';
import { eventually } from '../../support/eventually.ts';
import { card, form, group, holdHandler, liNa, newestIn, withFeishuAdapter } from '../../worlds/feishu.ts';

const toast: Reply = { kind: 'toast', tone: 'good', text: words('已批准'), refresh: { ...card, title: '已批准' } };
const titleOf = (message: Message) => cardOf(message).header?.title.content;
test.concurrent(
  'a press whose answer takes too long is told so in time, and gets its answer as a message',
  withFeishuAdapter(async (harness) => {
    await harness.adapter.post({ kind: 'channel', channel: group }, card, 'k1', 'zh-CN');
    const message = newestIn(harness, group);
    const release = holdHandler(harness);
    const seen = await harness.feishu.press(liNa.openId, message, '批准');
    expect(seen).toMatchObject({ toast: { type: 'warning', content: translate('zh-CN', 'error.busy') } });
    release(toast);
    await eventually(() => expect(harness.feishu.world.messagesIn(liNa.openId)).toHaveLength(1));
    expect(JSON.stringify(newestIn(harness, liNa.openId).card)).toContain('已批准');
    expect(titleOf(message)).toBe('已批准');
  }),
);

test.concurrent(
  'a submitted form whose answer takes too long is closed later, in its place',
  withFeishuAdapter(async (harness) => {
    harness.answerWith(async () => ({ kind: 'form', form }));
    await harness.feishu.say(liNa.openId, 'p2p', '/finding new');
    const message = newestIn(harness, liNa.openId);
    const release = holdHandler(harness);
    const seen = await harness.feishu.submitForm(liNa.openId, message, { seen: '门禁' });
    expect(seen.toast?.type).toBe('warning');
    expect(titleOf(message)).toBe('报告不符合');
    release({ kind: 'toast', tone: 'good', text: words('已登记') });
    await eventually(() => expect(titleOf(message)).toBe('已提交'));
    expect(harness.feishu.world.messagesIn(liNa.openId)).toHaveLength(2);
  }),
);

test.concurrent(
  'a command whose answer takes too long is not acknowledged; pushed again, it waits for the same answer',
  withFeishuAdapter(async (harness) => {
    const release = holdHandler(harness);
    const { event, answer } = await harness.feishu.say(liNa.openId, 'p2p', '/finding new');
    expect(answer).toEqual({ status: 503, body: {} });
    const again = harness.feishu.push(event);
    release({ kind: 'form', form });
    expect(await again).toEqual({ status: 200, body: {} });
    expect(harness.interactions).toHaveLength(1);
    expect(harness.feishu.world.messagesIn(liNa.openId)).toHaveLength(2);
  }),
);

test.concurrent(
  'a command whose reply may not have been sent is pushed again, and sends one reply',
  withFeishuAdapter(async (harness) => {
    harness.answerWith(async () => ({ kind: 'form', form }));
    harness.feishu.failNext('POST /open-apis/im/v1/messages', { kind: 'dropAfter' });
    const { event, answer } = await harness.feishu.say(liNa.openId, 'p2p', '/finding new');
    expect(answer?.status).toBe(503);
    expect(await harness.feishu.push(event)).toEqual({ status: 200, body: {} });
    expect(harness.interactions.map(({ id }) => id)).toEqual([
      harness.interactions[0]?.id,
      harness.interactions[0]?.id,
    ]);
    expect(harness.feishu.world.messagesIn(liNa.openId)).toHaveLength(2);
  }),
);

test.concurrent(
  'a command whose reply is refused is acknowledged: another push would not help',
  withFeishuAdapter(async (harness) => {
    harness.answerWith(async () => ({ kind: 'form', form }));
    harness.feishu.failNext('POST /open-apis/im/v1/messages', { kind: 'refuse', code: 230013 });
    expect((await harness.feishu.say(liNa.openId, 'p2p', '/finding new')).answer?.status).toBe(200);
  }),
);

test.each([
  ['refused', { kind: 'refuse', code: 230013 } as const, 'error'],
  ['uncertain', { kind: 'status', status: 502 } as const, 'warning'],
])('a presser whose form is %s is told so', (_, fault, type) =>
  withFeishuAdapter(async (harness) => {
    await harness.adapter.post({ kind: 'channel', channel: group }, card, 'k1', 'zh-CN');
    harness.answerWith(async () => ({ kind: 'form', form }));
    harness.feishu.failNext('POST /open-apis/im/v1/messages', fault);
    expect((await harness.feishu.press(liNa.openId, newestIn(harness, group), '批准')).toast?.type).toBe(type);
  })(),
);

test.concurrent(
  'a presser is answered in time when the form itself takes too long to send',
  withFeishuAdapter(async (harness) => {
    await harness.adapter.post({ kind: 'channel', channel: group }, card, 'k1', 'zh-CN');
    harness.answerWith(async () => ({ kind: 'form', form }));
    harness.feishu.failNext('POST /open-apis/im/v1/messages', { kind: 'slow', ms: 3_500 });
    const seen = await harness.feishu.press(liNa.openId, newestIn(harness, group), '批准');
    expect(seen).toMatchObject({ toast: { type: 'warning' } });
    expect(seen.error).toBeUndefined();
  }),
);

test.concurrent(
  'a handler that throws gives the person a reference number, and the log the same',
  withFeishuAdapter(async (harness) => {
    await harness.adapter.post({ kind: 'channel', channel: group }, card, 'k1', 'zh-CN');
    harness.answerWith(() => Promise.reject(new Error('a secret')));
    const { toast: seen } = await harness.feishu.press(liNa.openId, newestIn(harness, group), '批准');
    expect(seen?.type).toBe('error');
    const [reference = ''] = /[0-9a-f]{8}/.exec(seen?.content ?? '') ?? [];
    expect(reference).toHaveLength(8);
    expect(harness.logged.join('')).toContain(reference);
    expect(harness.logged.join('')).not.toContain('a secret');
  }),
);

test.concurrent(
  'stopping waits for what is under way',
  withFeishuAdapter(async (harness) => {
    await harness.adapter.post({ kind: 'channel', channel: group }, card, 'k1', 'zh-CN');
    const release = holdHandler(harness);
    const pressed = harness.feishu.press(liNa.openId, newestIn(harness, group), '批准');
    await eventually(() => expect(harness.interactions).toHaveLength(1));
    let stopped = false;
    const stopping = harness.adapter.stop().then(() => {
      stopped = true;
    });
    expect(stopped).toBe(false);
    release(toast);
    await stopping;
    expect((await pressed).toast?.type).toBe('success');
  }),
);
