import { afterEach, beforeEach, expect, test } from 'vitest';
import { words } from '../../../src/chat/text.ts';
import { cardOf, signature } from '../../renderers/chart-samples.ts';
import { componentsOf } from '../../stand-ins/feishu/fill-form.ts';
import { cardOf as cardIn } from '../../stand-ins/feishu/hands.ts';
import { readPng } from '../../support/read-png.ts';
import { group, liNa, newestIn, type OpenFeishuAdapter, openFeishuAdapter } from '../../worlds/feishu.ts';

let harness: OpenFeishuAdapter;
beforeEach(async () => {
  harness = await openFeishuAdapter();
});
afterEach(() => harness.close());

const button = { kind: 'buttons', buttons: [{ action: 'serviceReport.submit', label: '提交', value: {} }] } as const;
const signed = { ...cardOf(signature), blocks: [signature, button] };
const toGroup = { kind: 'channel', channel: group } as const;
const UPLOAD = 'POST /open-apis/im/v1/images';
const uploads = () => harness.feishu.calls.filter((call) => call === UPLOAD).length;
const keys = () => [...harness.feishu.world.pictures.keys()];

async function post() {
  const sent = await harness.adapter.post(toGroup, signed, 'e1', 'zh-CN');
  if (sent.outcome !== 'sent') throw new Error(sent.outcome);
  return sent.place;
}
const picturesIn = (chat: string) =>
  componentsOf(cardIn(newestIn(harness, chat)).body.elements).flatMap((element) =>
    element.tag === 'img' ? [element.img_key] : [],
  );

test('a signature is uploaded and shown as a picture, with whose it is for those who cannot see it', async () => {
  await post();
  expect(picturesIn(group)).toEqual(keys());
  expect(newestIn(harness, group).content).toContain(signature.alt);
  const [picture = Buffer.alloc(0)] = harness.feishu.world.pictures.values();
  expect(readPng(picture)).toMatchObject({ width: 1000, height: 400 });
});

test('a redrawn card shows the picture that was uploaded', async () => {
  const place = await post();
  await harness.adapter.refresh(place, { ...structuredClone(signed), title: '已提交' }, 'zh-CN');
  expect(newestIn(harness, group).content).toContain('已提交');
  expect(picturesIn(group)).toEqual(keys());
  expect(uploads()).toBe(1);
});

test('if the upload is rejected the card goes out without the picture, and has it when it is redrawn', async () => {
  harness.feishu.failNext(UPLOAD, { kind: 'refuse', code: 99991672 });
  const place = await post();
  expect(picturesIn(group)).toEqual([]);
  await harness.adapter.refresh(place, signed, 'zh-CN');
  expect(picturesIn(group)).toEqual(keys());
});

test('a card rejected with its picture is sent without it, and redrawn without it', async () => {
  const place = await post();
  harness.feishu.world.pictures.clear();
  expect(await harness.adapter.refresh(place, signed, 'zh-CN')).toEqual({ outcome: 'done' });
  expect(picturesIn(group)).toEqual([]);
  await harness.adapter.post({ kind: 'user', userId: liNa.openId }, signed, 'e2', 'zh-CN');
  expect(newestIn(harness, liNa.openId).content).toContain('提交');
});

test('an answer has its picture, and keeps it when a press redraws it', async () => {
  harness.answerWith(async ({ kind }) =>
    kind === 'command'
      ? { kind: 'card', card: signed }
      : { kind: 'toast', tone: 'good', text: words('好'), refresh: { ...signed, title: '已提交' } },
  );
  await harness.feishu.say(liNa.openId, 'p2p', '/report show');
  expect(picturesIn(liNa.openId)).toEqual(keys());
  const { error, message } = await harness.feishu.press(liNa.openId, newestIn(harness, liNa.openId), '提交');
  expect({ error, content: message.content }).toMatchObject({
    error: undefined,
    content: expect.stringMatching('已提交'),
  });
  expect(picturesIn(liNa.openId)).toEqual(keys());
  expect(uploads()).toBe(1);
});
