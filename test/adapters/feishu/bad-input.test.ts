import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Message } from '../../stand-ins/feishu/world.ts';
import {
  card,
  form,
  group,
  keys,
  liNa,
  type OpenFeishuAdapter,
  openFeishuAdapter,
  stranger,
} from '../../worlds/feishu.ts';

let harness: OpenFeishuAdapter;
beforeEach(async () => {
  harness = await openFeishuAdapter();
});
afterEach(() => harness.close());

async function posted(): Promise<Message> {
  await harness.adapter.post({ kind: 'channel', channel: group }, card, 'k1', 'zh-CN');
  const [message] = harness.feishu.world.messagesIn(group);
  if (!message) throw new Error('nothing was posted');
  return message;
}

/** An honest event that nobody has pushed yet. */
async function anEvent(): Promise<object> {
  const message = await posted();
  const { event } = await harness.feishu.press(liNa.openId, message, '批准').then(async () => {
    harness.interactions.length = 0;
    return harness.feishu.act(liNa.openId, message, { value: { kind: 'cancel', locale: 'en' }, tag: 'button' });
  });
  const fresh = structuredClone(event) as { header: { event_id: string }; event: { action: { value: unknown } } };
  fresh.header.event_id = 'fresh';
  fresh.event.action.value = { kind: 'press', action: 'finding.approve', data: '{"record":"r1"}' };
  return fresh;
}

test('the honest event that is tampered with below would be heard', async () => {
  const answer = await harness.feishu.push(await anEvent());
  expect(answer).toEqual({ status: 200, body: {} });
  expect(harness.interactions).toMatchObject([{ kind: 'press', id: 'fresh' }]);
});

test.each([
  ['a forged signature', { signature: '0'.repeat(64) }],
  ['a signature of another length', { signature: 'x' }],
  ['no signature', { unsigned: true }],
  ['a time stamp six minutes old', { skewSeconds: -360 }],
  ['a time stamp an hour ahead', { skewSeconds: 3600 }],
  ['a time stamp that is no number', { skewSeconds: Number.NaN }],
  ['another encrypt key', { encryptKey: 'somebody else' }],
  ['a signed JSON null', { body: 'null' }],
  ['a signed, encrypted JSON null', { content: 'null' }],
  ['a signed body that is no JSON', { body: '{"encrypt":' }],
  ['a signed body without encryption', { body: '{"schema":"2.0"}' }],
  ['an encrypted text that is no JSON', { content: 'hello' }],
  ['an encrypted list', { content: '[]' }],
  ['an encryption that is none', { body: '{"encrypt":"AAAA"}' }],
  ['an encrypted object of another shape', { content: '{"schema":"2.0","header":null,"event":null}' }],
  ['an event of an older schema', { content: '{"type":"event_callback","event":{}}' }],
])('refuses %s with 401 and without a word', async (_, tampering) => {
  const event = await anEvent();
  expect(await harness.feishu.push(event, tampering)).toEqual({ status: 401, body: {} });
  expect(harness.interactions).toEqual([]);
});

test.each([
  ['token', 'another token'],
  ['app_id', 'cli_ffffffffffffffff'],
])('refuses an event with another %s', async (field, value) => {
  const event = (await anEvent()) as { header: Record<string, unknown> };
  const header = { ...event.header, [field]: value };
  expect(await harness.feishu.push({ ...event, header })).toEqual({ status: 401, body: {} });
  expect(harness.interactions).toEqual([]);
});

test('refuses an oversized body', async () => {
  expect((await harness.feishu.push({}, { body: 'x'.repeat(600 * 1024) }))?.status).toBe(413);
});

test('answers the check of its address, signed or not, and only with the right token', async () => {
  const check = { type: 'url_verification', token: keys.verificationToken, challenge: 'c-1' };
  expect(await harness.feishu.push(check)).toEqual({ status: 200, body: { challenge: 'c-1' } });
  expect(await harness.feishu.push(check, { unsigned: true })).toEqual({ status: 200, body: { challenge: 'c-1' } });
  expect((await harness.feishu.push({ ...check, token: 'wrong' }))?.status).toBe(401);
});

test('hands a replayed press on once, and answers it alike', async () => {
  const event = await anEvent();
  const answers = await Promise.all([
    harness.feishu.push(event),
    harness.feishu.push(event),
    harness.feishu.push(event),
  ]);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(harness.interactions).toHaveLength(1);
});

test('handles a message pushed twice, even under another event id, once', async () => {
  const { event } = await harness.feishu.say(liNa.openId, 'p2p', 'help');
  await harness.feishu.push(event);
  const renamed = structuredClone(event) as { header: { event_id: string } };
  renamed.header.event_id = 'another';
  expect((await harness.feishu.push(renamed))?.status).toBe(200);
  expect(harness.interactions).toHaveLength(1);
});

test('acknowledges events nobody asked for', async () => {
  const event = (await anEvent()) as { header: object };
  const other = { ...event, header: { ...event.header, event_type: 'im.chat.member.bot.added_v1' } };
  expect(await harness.feishu.push(other)).toEqual({ status: 200, body: {} });
});

test.each([
  ['nothing', undefined],
  ['a string', 'approve'],
  ['null', null],
  ['another kind', { kind: 'sudo' }],
  ['data that is no JSON', { kind: 'press', action: 'a.b', data: '{' }],
  ['data with an operator of a query', { kind: 'press', action: 'a.b', data: '{"record":{"$ne":null}}' }],
  ['data with a long value', { kind: 'press', action: 'a.b', data: JSON.stringify({ record: 'x'.repeat(301) }) }],
  ['an action beyond measure', { kind: 'press', action: 'x'.repeat(300), data: '{}' }],
  ['an empty action', { kind: 'press', action: '', data: '{}' }],
  ['a form without a language', { kind: 'submit', form: 'finding.create', data: '{}' }],
])('tells the presser that a card is not valid any more when its value is %s', async (_, value) => {
  const seen = await harness.feishu.act(liNa.openId, await posted(), { value, tag: 'button' });
  expect(seen.toast).toEqual({ type: 'warning', content: '这张卡片已经失效。请重新发送命令，或打开最新的卡片。' });
  expect(harness.interactions).toEqual([]);
});

test('passes on only the fields a form can have', async () => {
  const value = { kind: 'submit', form: 'finding.create', data: '{}', locale: 'en' };
  const formValue = {
    t1_where: '三楼',
    $where: 'x',
    t1_$gt: 'x',
    'where.x': 'x',
    t1_: 'x',
    x1_a: 'x',
    m1_who: { $ne: 1 },
  };
  await harness.feishu.act(liNa.openId, await posted(), { value, tag: 'button', form_value: formValue });
  expect(harness.interactions).toMatchObject([{ kind: 'submit', answers: { where: '三楼' } }]);
  expect(Object.keys(Object(harness.interactions[0]).answers)).toEqual(['where']);
});

test('says that a message is too long to be read', async () => {
  await harness.feishu.say(liNa.openId, 'p2p', '长'.repeat(40_001));
  expect(harness.interactions).toEqual([]);
  const [, told] = harness.feishu.world.messagesIn(liNa.openId);
  expect(JSON.stringify(told?.card)).toContain('机器人最多读 40000 个字');
});

test('reads a message of 40 000 characters', async () => {
  await harness.feishu.say(liNa.openId, 'p2p', '长'.repeat(40_000));
  expect(harness.interactions).toMatchObject([{ text: '长'.repeat(40_000) }]);
});

test.each([
  ['an image', 'image', '{"image_key":"img_1"}'],
  ['an unknown kind', 'sticker', '{}'],
  ['rich text that is none', 'post', '{"content":"x"}'],
])('acknowledges %s without a word', async (_, type, content) => {
  const { answer } = await harness.feishu.say(liNa.openId, 'p2p', content, { type });
  expect(answer?.status).toBe(200);
  expect(harness.interactions).toEqual([]);
});

test('reads a command in rich text', async () => {
  const at = { tag: 'at', user_id: '@_user_1' };
  const content = { title: '', content: [[at, { tag: 'text', text: ' finding new' }]] };
  await harness.feishu.say(liNa.openId, group, JSON.stringify(content), { type: 'post', mention: true });
  expect(harness.interactions).toMatchObject([{ text: 'finding new' }]);
});

test('knows people of another organisation as such', async () => {
  await harness.feishu.say(stranger.openId, group, 'help');
  expect(await harness.adapter.user(stranger.openId)).toMatchObject({ kind: 'external' });
});

test('takes nothing before it is started, and asks to be told again', async () => {
  const event = await anEvent();
  await harness.adapter.stop();
  expect(await harness.feishu.push(event)).toEqual({ status: 503, body: {} });
  expect(harness.interactions).toEqual([]);
});

test('logs neither secrets nor texts', async () => {
  harness.answerWith(async () => ({ kind: 'form', form }));
  await harness.feishu.say(liNa.openId, 'p2p', '机密内容');
  harness.feishu.failNext('POST /open-apis/im/v1/messages', {
    kind: 'refuse',
    code: 230099,
    message: 'ErrorValue: 机密内容',
  });
  await harness.feishu.say(liNa.openId, 'p2p', '机密内容');
  await harness.feishu.push(await anEvent(), { signature: 'x' });
  const log = harness.logged.join('');
  expect(log).toContain('a reply was not sent');
  for (const secret of [keys.appSecret, keys.encryptKey, keys.verificationToken, 'Bearer', 't-1-', '机密内容']) {
    expect(log).not.toContain(secret);
  }
});
