import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Target } from '../../../src/chat/port.ts';
import { words } from '../../../src/chat/text.ts';
import { cardOf, signature } from '../../renderers/chart-samples.ts';
import { readPng } from '../../support/read-png.ts';
import { GENERAL, LI, type OpenSlackAdapter, openSlackAdapter } from '../../worlds/slack.ts';

let bot: OpenSlackAdapter;
beforeEach(async () => {
  bot = await openSlackAdapter();
});
afterEach(() => bot.close());

const general: Target = { kind: 'channel', channel: GENERAL };
const button = { kind: 'buttons', buttons: [{ action: 'serviceReport.submit', label: '提交', value: {} }] } as const;
const signed = { ...cardOf(signature), blocks: [signature, button] };
const post = (card = signed) => bot.adapter.post(general, card, 'effect-1', 'zh-CN');
const uploads = () => bot.slack.calls.filter(({ method }) => method === 'files.completeUploadExternal').length;
const kinds = () => bot.slack.messagesIn(GENERAL).map(({ blocks }) => blocks.map(({ type }) => type));
const illustrated = [['header', 'image', 'actions']];
const plain = [['header', 'actions']];

test('a signature is uploaded and shown as a picture, with whose it is for those who cannot see it', async () => {
  expect(await post()).toMatchObject({ outcome: 'sent' });
  expect(bot.slack.messagesIn(GENERAL)[0]?.blocks[1]).toMatchObject({ type: 'image', alt_text: signature.alt });
  const [file] = [...bot.slack.world.files.values()];
  expect(readPng(file?.content ?? Buffer.alloc(0))).toMatchObject({ width: 1000, height: 400 });
});

test('a redrawn card shows the picture that was uploaded', async () => {
  const sent = await post();
  if (sent.outcome !== 'sent') throw new Error(sent.outcome);
  expect(await bot.adapter.refresh(sent.place, structuredClone(signed), 'zh-CN')).toEqual({ outcome: 'done' });
  expect(kinds()).toEqual(illustrated);
  expect(uploads()).toBe(1);
});

test.each(['files.getUploadURLExternal', 'files.completeUploadExternal', 'files.info'])(
  'if %s is rejected the card goes out without the picture, and has it when it is redrawn',
  async (method) => {
    bot.slack.failNext(method, { kind: 'error', code: 'missing_scope' });
    const sent = await post();
    expect(kinds()).toEqual(plain);
    if (sent.outcome !== 'sent') throw new Error(sent.outcome);
    await bot.adapter.refresh(sent.place, signed, 'zh-CN');
    expect(kinds()).toEqual(illustrated);
  },
);

test('a message that is refused with the picture is sent without', async () => {
  bot.slack.failNext('chat.postMessage', { kind: 'error', code: 'invalid_blocks' });
  expect(await post()).toMatchObject({ outcome: 'sent' });
  expect(kinds()).toEqual(plain);
});

test('a private card keeps its picture when a press redraws it', async () => {
  bot.answer(({ kind }) =>
    kind === 'command'
      ? { kind: 'card', card: signed, locale: 'zh-CN' }
      : { kind: 'toast', tone: 'good', text: words('好'), refresh: { ...signed, title: '已提交' }, locale: 'zh-CN' },
  );
  await bot.slack.slash(LI, '/report', 'show', GENERAL);
  await bot.settle();
  const [shown] = bot.slack.shownTo(LI);
  const action = shown?.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))[0]?.action_id;
  if (!shown || action === undefined) throw new Error('no card');
  expect(shown.blocks.map(({ type }) => type)).toEqual(illustrated[0]);
  await bot.slack.press(LI, shown, action);
  await bot.settle();
  const redrawn = bot.slack.shownTo(LI).find(({ blocks }) => JSON.stringify(blocks).includes('已提交'));
  expect(redrawn?.blocks.map(({ type }) => type)).toEqual(illustrated[0]);
  expect(uploads()).toBe(1);
});
