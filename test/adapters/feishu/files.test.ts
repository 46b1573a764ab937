import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileRef } from '../../../src/chat/file-ref.ts';
import type { Form } from '../../../src/chat/form.ts';
import { words } from '../../../src/chat/text.ts';
import type { Fault } from '../../stand-ins/feishu/faults.ts';
import {
  form,
  group,
  keys,
  liNa,
  newestIn,
  type OpenFeishuAdapter,
  openFeishuAdapter,
  wangWei,
} from '../../worlds/feishu.ts';

let harness: OpenFeishuAdapter;
beforeEach(async () => {
  harness = await openFeishuAdapter();
});
afterEach(() => harness.close());

const photos = { kind: 'file', name: 'photos', label: '照片', required: false, most: 10, megabytes: 25 } as const;
const withPhotos: Form = { ...form, fields: [...form.fields, photos] };
const jpeg = { name: '门禁.jpg', content: Buffer.alloc(200_000, 'photo '), picture: true };
const pdf = { name: '台账.pdf', content: Buffer.from('%PDF-1.4') };

describe('a form that asks for files', () => {
  async function open() {
    harness.answerWith(async () => ({ kind: 'form', form: withPhotos }));
    await harness.feishu.say(liNa.openId, 'p2p', '/finding new');
    const message = newestIn(harness, liNa.openId);
    harness.answerWith(async () => ({ kind: 'toast', tone: 'good', text: words('好') }));
    return message;
  }
  const answersOf = () => {
    const last = harness.interactions.at(-1);
    return last?.kind === 'submit' ? last.answers : undefined;
  };

  test('says how to give them, and answers with what was sent as replies to it, in their order', async () => {
    const message = await open();
    expect(message.content).toContain('请回复本卡片发送照片或文件');
    await harness.feishu.sendFile(liNa.openId, 'p2p', jpeg, { parent: message });
    await harness.feishu.sendFile(liNa.openId, 'p2p', pdf, { parent: message });
    await harness.feishu.sendFile(liNa.openId, 'p2p', { ...pdf, name: '别的.pdf' });
    await harness.feishu.submitForm(liNa.openId, message, { seen: '门禁记录缺失' });
    expect(answersOf()).toMatchObject({
      photos: [
        { platform: 'feishu', workspace: keys.appId, name: '' },
        { platform: 'feishu', workspace: keys.appId, name: '台账.pdf' },
      ],
    });
  });

  test('tells the sender that it goes with the form, and passes it to nobody yet', async () => {
    const message = await open();
    await harness.feishu.sendFile(liNa.openId, 'p2p', jpeg, { parent: message });
    expect(newestIn(harness, liNa.openId).content).toContain('会随表单一起提交');
    expect(harness.kept).toEqual([]);
  });

  test('is handed in without files where nobody sent any, or took them back', async () => {
    const message = await open();
    await harness.feishu.sendFile(liNa.openId, 'p2p', jpeg, { parent: message });
    const sent = harness.feishu.world.messagesIn(liNa.openId).find(({ type }) => type === 'image');
    if (sent) sent.deleted = true;
    await harness.feishu.submitForm(liNa.openId, message, { seen: '门禁记录缺失' });
    expect(answersOf()).toEqual({ seen: '门禁记录缺失' });
  });

  test('stays as it is while Feishu does not tell what was sent', async () => {
    const message = await open();
    const before = message.content;
    harness.feishu.failNext('GET /open-apis/im/v1/messages', { kind: 'status', status: 502 });
    const seen = await harness.feishu.submitForm(liNa.openId, message, { seen: '门禁记录缺失' });
    expect(seen.toast).toMatchObject({ type: 'error', content: expect.stringContaining('表单还没有提交') });
    expect({ content: message.content, asked: answersOf() }).toEqual({ content: before, asked: undefined });
  });

  test('finds them however much was said since', async () => {
    const message = await open();
    await harness.feishu.sendFile(liNa.openId, 'p2p', jpeg, { parent: message });
    for (let count = 0; count < 60; count += 1) {
      harness.feishu.world.add({
        chat: message.chat,
        sender: liNa.openId,
        type: 'text',
        content: '{"text":"x"}',
        card: undefined,
        uuid: undefined,
      });
    }
    await harness.feishu.submitForm(liNa.openId, message, { seen: '门禁记录缺失' });
    expect(answersOf()?.photos).toHaveLength(1);
  });
});

test('a file that answers another card is taken in, to be worked off afterwards', async () => {
  await harness.adapter.post(
    { kind: 'user', userId: liNa.openId },
    { title: 'x', tone: 'neutral', summary: 'x', blocks: [] },
    'k1',
    'zh-CN',
  );
  const card = newestIn(harness, liNa.openId);
  await harness.feishu.sendFile(liNa.openId, 'p2p', jpeg, { parent: card });
  expect(harness.kept).toMatchObject([
    { kind: 'message', parent: { message: card.id }, message: { files: [{ name: '' }] } },
  ]);
});

describe('a resource of a message', () => {
  const refer = (ref: string, name = ''): FileRef => ({ platform: 'feishu', workspace: keys.appId, ref, name });
  const signal = () => AbortSignal.timeout(10_000);
  async function sent(file: { name: string; content: Buffer; picture?: boolean } = jpeg) {
    await harness.feishu.sendFile(liNa.openId, 'p2p', file);
    const last = harness.kept.at(-1);
    const ref = last?.kind === 'message' ? last.message.files[0] : undefined;
    if (!ref) throw new Error('no file came');
    return ref;
  }
  async function read(pieces: AsyncIterable<Uint8Array>) {
    const all: Uint8Array[] = [];
    for await (const piece of pieces) all.push(piece);
    return Buffer.concat(all);
  }

  test.each([jpeg, pdf])('is fetched as it was sent: $name', async (file) => {
    const got = await harness.adapter.download(await sent(file), signal());
    if (got.outcome !== 'stream') throw new Error(JSON.stringify(got));
    expect((await read(got.content)).equals(file.content)).toBe(true);
  });

  test.each<[string, Fault, object]>([
    ['the rate limit', { kind: 'rateLimited', resetSeconds: 7 }, { outcome: 'later', afterMs: 7_000 }],
    ['a gateway that is ill', { kind: 'status', status: 502 }, { outcome: 'later' }],
    ['a gateway that wants to be signed in to', { kind: 'page' }, { outcome: 'later' }],
    ['a connection that is cut', { kind: 'dropBefore' }, { outcome: 'later' }],
    ['a permission that is missing', { kind: 'refuse', code: 99991672 }, { outcome: 'later', afterMs: 900_000 }],
    ['a file that is too large for Feishu', { kind: 'refuse', code: 234037 }, { outcome: 'gone' }],
  ])('at %s comes later, or not at all', async (_what, fault, outcome) => {
    const file = await sent();
    harness.feishu.failNext('GET /open-apis/im/v1/messages', fault);
    expect(await harness.adapter.download(file, signal())).toMatchObject(outcome);
  });

  test('is fetched once more with a new token', async () => {
    const file = await sent();
    harness.feishu.failNext('GET /open-apis/im/v1/messages', { kind: 'staleToken' });
    expect(await harness.adapter.download(file, signal())).toMatchObject({ outcome: 'stream' });
  });

  test('that breaks off fails while it is read', async () => {
    const file = await sent();
    harness.feishu.failNext('GET /open-apis/im/v1/messages', { kind: 'cut' });
    const got = await harness.adapter.download(file, signal());
    if (got.outcome !== 'stream') throw new Error(got.outcome);
    await expect(read(got.content)).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  });

  test('that nobody reads is given up without a word: no error is left that would end the process', async () => {
    const giving = new AbortController();
    const got = await harness.adapter.download(await sent(), giving.signal);
    if (got.outcome !== 'stream') throw new Error(got.outcome);
    const errors: unknown[] = [];
    const note = (error: unknown) => void errors.push(error);
    process.on('uncaughtExceptionMonitor', note);
    const closed = new Promise((resolve) => (got.content as Readable).once('close', resolve));
    giving.abort();
    await closed;
    process.off('uncaughtExceptionMonitor', note);
    expect(errors).toEqual([]);
  });

  test('of a deleted message, of another message or of none is gone', async () => {
    const file = await sent();
    const message = newestIn(harness, liNa.openId);
    const other = await sent(pdf);
    expect(await harness.adapter.download(refer(other.ref.replace(/^[^/]+/, message.id)), signal())).toMatchObject({
      outcome: 'gone',
    });
    message.deleted = true;
    expect(await harness.adapter.download(file, signal())).toMatchObject({ outcome: 'gone' });
    expect(await harness.adapter.download(refer('../../x'), signal())).toMatchObject({ outcome: 'gone' });
  });

  test('of a group is fetched as well', async () => {
    await harness.feishu.sendFile(wangWei.openId, group, pdf, { mention: true });
    const last = harness.kept.at(-1);
    const ref = last?.kind === 'message' ? last.message.files[0] : undefined;
    if (!ref) throw new Error('no file came');
    expect(await harness.adapter.download(ref, signal())).toMatchObject({ outcome: 'stream' });
  });
});
