import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Reply } from '../../../src/chat/reply.ts';
import { words } from '../../../src/chat/text.ts';
import { cardOf } from '../../stand-ins/feishu/hands.ts';
import { card, form, group, keys, liNa, type OpenFeishuAdapter, openFeishuAdapter } from '../../worlds/feishu.ts';

let harness: OpenFeishuAdapter;
beforeEach(async () => {
  harness = await openFeishuAdapter();
});
afterEach(() => harness.close());

const toast = (text: string): Reply => ({ kind: 'toast', tone: 'good', text: words(text) });
const last = (chat: string) => harness.feishu.world.messagesIn(chat).at(-1);
function newest(chat: string) {
  const message = last(chat);
  if (!message) throw new Error('no message');
  return message;
}
const shown = (chat: string) => JSON.stringify(newest(chat).card);

test('posts a card to a channel and to a person', async () => {
  const { adapter } = harness;
  const toGroup = await adapter.post({ kind: 'channel', channel: group }, card, 'k1', 'zh-CN');
  const toPerson = await adapter.post({ kind: 'user', userId: liNa.openId }, card, 'k2', 'zh-CN');
  expect(toGroup).toEqual({
    outcome: 'sent',
    place: { platform: 'feishu', workspace: keys.appId, channel: group, message: newest(group).id },
  });
  expect(toPerson).toMatchObject({ outcome: 'sent', place: { message: newest(liNa.openId).id } });
  expect(cardOf(newest(group)).header?.title.content).toBe('不符合项 FD-2026-0001');
});

test('opens a form in a direct message for a command said there', async () => {
  harness.answerWith(async () => ({ kind: 'form', form }));
  const { answer } = await harness.feishu.say(liNa.openId, 'p2p', '/finding 新建');
  expect(answer).toEqual({ status: 200, body: {} });
  expect(harness.interactions).toMatchObject([
    { kind: 'command', noun: 'finding', text: '新建', userId: liNa.openId, direct: true, workspace: keys.appId },
  ]);
  expect(shown(liNa.openId)).toContain('看到了什么');
});

test.each([
  ['/finding new', 'finding', 'new'],
  ['／Finding  new', 'finding', 'new'],
  ['/qm finding new', null, 'finding new'],
  ['finding new', null, 'finding new'],
  ['报告不符合', null, '报告不符合'],
  ['/unheard of', null, '/unheard of'],
])('%s said after a mention in a group is noun %s and text %s', async (said, noun, text) => {
  await harness.feishu.say(liNa.openId, group, said);
  expect(harness.interactions).toMatchObject([{ noun, text, direct: false, channel: group }]);
});

test('hears nothing in a group that does not mention the bot', async () => {
  const { answer } = await harness.feishu.say(liNa.openId, group, 'finding new', { mention: false });
  expect(answer?.status).toBe(200);
  expect(harness.interactions).toEqual([]);
});

test('answers a command said in a group in a direct message', async () => {
  harness.answerWith(async () => toast('已收到'));
  await harness.feishu.say(liNa.openId, group, 'help');
  expect(shown(liNa.openId)).toContain('已收到');
  expect(newest(group).sender).toBe(liNa.openId);
});

test('takes a submitted form and closes it with what was said', async () => {
  harness.answerWith(async () => ({ kind: 'form', form }));
  await harness.feishu.say(liNa.openId, 'p2p', '/finding new');
  const message = newest(liNa.openId);
  harness.answerWith(async () => toast('已登记为 FD-2026-0001'));
  const seen = await harness.feishu.submitForm(liNa.openId, message, { seen: '门禁记录缺失' });
  expect(seen.error).toBeUndefined();
  expect(seen.toast).toEqual({ type: 'success', content: '已登记为 FD-2026-0001' });
  expect(JSON.stringify(seen.message.card)).toContain('已登记为 FD-2026-0001');
  expect(JSON.stringify(seen.message.card)).not.toContain('button');
  expect(harness.interactions.at(-1)).toMatchObject({
    kind: 'submit',
    form: 'finding.create',
    context: { draft: 'd1' },
    answers: { seen: '门禁记录缺失' },
    direct: true,
  });
});

test('shows a form with errors again, with the answers kept', async () => {
  harness.answerWith(async () => ({ kind: 'form', form }));
  await harness.feishu.say(liNa.openId, 'p2p', '/finding new');
  const seenText = '长'.repeat(2500);
  harness.answerWith(async (interaction) => ({
    kind: 'errors',
    errors: { where: '请写明地点' },
    form: {
      ...form,
      fields: form.fields.map((field) =>
        field.name === 'seen' && interaction.kind === 'submit'
          ? {
              kind: 'longText',
              name: 'seen',
              label: '看到了什么',
              required: true,
              initial: String(interaction.answers.seen),
            }
          : field,
      ),
    },
  }));
  const first = await harness.feishu.submitForm(liNa.openId, newest(liNa.openId), { seen: seenText });
  expect(first.toast?.type).toBe('error');
  expect(JSON.stringify(first.message.card)).toContain('请写明地点');
  harness.answerWith(async () => toast('好'));
  await harness.feishu.submitForm(liNa.openId, first.message, { where: '一号机房' });
  expect(harness.interactions.at(-1)).toMatchObject({ answers: { seen: seenText, where: '一号机房' } });
});

test('puts the next form in the place of the submitted one', async () => {
  harness.answerWith(async () => ({ kind: 'form', form }));
  await harness.feishu.say(liNa.openId, 'p2p', '/finding new');
  harness.answerWith(async () => ({ kind: 'form', form: { ...form, title: '第二步' } }));
  const seen = await harness.feishu.submitForm(liNa.openId, newest(liNa.openId), { seen: '门禁' });
  expect(cardOf(seen.message).header?.title.content).toBe('第二步');
});

test('puts a card in the place of the submitted form', async () => {
  harness.answerWith(async () => ({ kind: 'form', form }));
  await harness.feishu.say(liNa.openId, 'p2p', '/finding new');
  harness.answerWith(async () => ({ kind: 'card', card }));
  const seen = await harness.feishu.submitForm(liNa.openId, newest(liNa.openId), { seen: '门禁' });
  expect(cardOf(seen.message).header?.title.content).toBe(card.title);
});

test('cancels a form without asking anybody', async () => {
  harness.answerWith(async () => ({ kind: 'form', form }));
  await harness.feishu.say(liNa.openId, 'p2p', '/finding new');
  const seen = await harness.feishu.press(liNa.openId, newest(liNa.openId), '取消');
  expect(cardOf(seen.message).header?.title.content).toBe('已取消');
  expect(harness.interactions).toHaveLength(1);
});

test('answers a press with a toast and the card as it looks now', async () => {
  await harness.adapter.post({ kind: 'channel', channel: group }, card, 'k1', 'zh-CN');
  harness.answerWith(async () => ({
    kind: 'toast',
    tone: 'info',
    text: words('已批准'),
    refresh: { ...card, tone: 'good', blocks: [] },
  }));
  const seen = await harness.feishu.press(liNa.openId, newest(group), '批准');
  expect(seen.toast).toEqual({ type: 'info', content: '已批准' });
  expect(cardOf(seen.message).header?.template).toBe('green');
  expect(harness.interactions).toMatchObject([
    {
      kind: 'press',
      action: 'finding.approve',
      value: { record: 'r1', round: 1 },
      direct: false,
      place: { platform: 'feishu', workspace: keys.appId, channel: group, message: newest(group).id },
    },
  ]);
});

test('sends a form asked for by a press in a group to the presser alone', async () => {
  await harness.adapter.post({ kind: 'channel', channel: group }, card, 'k1', 'zh-CN');
  harness.answerWith(async () => ({ kind: 'form', form }));
  const seen = await harness.feishu.press(liNa.openId, newest(group), '批准');
  expect(seen.toast).toEqual({ type: 'info', content: '表单已发到您与机器人的单聊中，请在那里填写。' });
  expect(shown(liNa.openId)).toContain('看到了什么');
  expect(harness.feishu.world.messagesIn(group)).toHaveLength(1);
});

test('knows a press in a direct message as such', async () => {
  await harness.adapter.post({ kind: 'user', userId: liNa.openId }, card, 'k1', 'zh-CN');
  await harness.feishu.press(liNa.openId, newest(liNa.openId), '批准');
  expect(harness.interactions).toMatchObject([{ kind: 'press', direct: true }]);
});
