import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileRef } from '../../../src/chat/file-ref.ts';
import type { Form } from '../../../src/chat/form.ts';
import type { Fault } from '../../stand-ins/slack/faults.ts';
import { GENERAL, LI, type OpenSlackAdapter, openSlackAdapter } from '../../worlds/slack.ts';
import { form } from './samples.ts';
import { toast } from './slow-router.ts';

let bot: OpenSlackAdapter;
beforeEach(async () => {
  bot = await openSlackAdapter();
});
afterEach(() => bot.close());

const photos = { kind: 'file', name: 'photos', label: '照片', required: true, most: 3, megabytes: 25 } as const;
const withPhotos: Form = { ...form, fields: [photos, ...form.fields] };
const filled = { seen: '三件备件没有登记', kind: 'minor', where: '机房' };
const refer = (ref: string, name: string): FileRef => ({ platform: 'slack', workspace: 'T0001', ref, name });

describe('a form that asks for files', () => {
  async function open() {
    bot.answer(() => ({ kind: 'form', form: withPhotos }));
    await bot.slack.slash(LI, '/finding', 'new', GENERAL);
    return bot.slack.openView(LI);
  }

  test('takes as many as it asks for, and says how large each may be in Slack', async () => {
    const view = await open();
    expect(view.body.blocks).toContainEqual(
      expect.objectContaining({
        element: { type: 'file_input', action_id: 'photos', max_files: 3 },
        hint: expect.objectContaining({ text: '最多 3 个，每个不超过 10 MB。' }),
      }),
    );
  });

  test('answers with references to what was given', async () => {
    const [one, two] = ['门禁.jpg', '台账.pdf'].map((name) => bot.slack.upload(LI, name, Buffer.from('x')));
    const view = await open();
    bot.answer(() => toast('好'));
    await bot.slack.submitView(LI, view, { ...filled, photos: [one ?? '', two ?? ''] });
    expect(bot.seen.at(-1)).toMatchObject({
      answers: { ...filled, photos: [refer(one ?? '', '门禁.jpg'), refer(two ?? '', '台账.pdf')] },
    });
  });

  test('keeps what was given when it is shown again, and adds what is given then', async () => {
    const first = bot.slack.upload(LI, '门禁.jpg', Buffer.from('x'));
    const view = await open();
    const given = { ...withPhotos, fields: [{ ...photos, initial: [refer(first, '门禁.jpg')] }, ...form.fields] };
    bot.answer(() => ({ kind: 'errors', form: given, errors: {}, general: '没有保存' }));
    const submitted = await bot.slack.submitView(LI, view, { ...filled, photos: [first] });
    expect(submitted.view?.body.blocks).toContainEqual(
      expect.objectContaining({
        optional: true,
        element: { type: 'file_input', action_id: 'photos', max_files: 2 },
        hint: expect.objectContaining({ text: '已选：门禁.jpg\n最多 3 个，每个不超过 10 MB。' }),
      }),
    );
    const second = bot.slack.upload(LI, '台账.pdf', Buffer.from('x'));
    bot.answer(() => toast('好'));
    if (submitted.view) await bot.slack.submitView(LI, submitted.view, { ...filled, photos: [second] });
    expect(bot.seen.at(-1)).toMatchObject({
      answers: { photos: [refer(first, '门禁.jpg'), refer(second, '台账.pdf')] },
    });
  });
});

describe('a file', () => {
  const content = Buffer.alloc(300_000, 'photo ');
  const signal = () => AbortSignal.timeout(10_000);
  const download = (ref: string, name = 'a.jpg') => bot.adapter.download(refer(ref, name), signal());
  async function read(pieces: AsyncIterable<Uint8Array>) {
    const all: Uint8Array[] = [];
    for await (const piece of pieces) all.push(piece);
    return Buffer.concat(all);
  }

  test('is fetched with the token of the bot', async () => {
    const got = await download(bot.slack.upload(LI, '门禁 1.jpg', content));
    if (got.outcome !== 'stream') throw new Error(JSON.stringify(got));
    expect((await read(got.content)).equals(content)).toBe(true);
  });

  test.each<[string, string, Fault, object]>([
    [
      'a 429 that says how long',
      'download',
      { kind: 'rateLimited', retryAfter: 7 },
      { outcome: 'later', afterMs: 7_000 },
    ],
    ['a 429 that does not', 'download', { kind: 'rateLimited' }, { outcome: 'later', afterMs: 30_000 }],
    ['503', 'download', { kind: 'status', status: 503 }, { outcome: 'later', reason: 'http 503' }],
    ['a connection cut at once', 'download', { kind: 'dropBefore' }, { outcome: 'later' }],
    ['the page to sign in', 'download', { kind: 'login' }, { outcome: 'later', reason: 'page to sign in' }],
    [
      'a 429 of the question',
      'files.info',
      { kind: 'rateLimited', retryAfter: 9 },
      { outcome: 'later', afterMs: 9_000 },
    ],
    ['500 of the question', 'files.info', { kind: 'status', status: 500 }, { outcome: 'later' }],
    ['an answer that is no JSON', 'files.info', { kind: 'garbled' }, { outcome: 'later' }],
    [
      'a scope that is missing',
      'files.info',
      { kind: 'error', code: 'missing_scope' },
      { outcome: 'later', afterMs: 900_000 },
    ],
    [
      'a file that was deleted',
      'files.info',
      { kind: 'error', code: 'file_deleted' },
      { outcome: 'gone', reason: 'file_deleted' },
    ],
  ])('at %s comes later, or not at all', async (_what, call, fault, outcome) => {
    const file = bot.slack.upload(LI, 'a.jpg', content);
    bot.slack.failNext(call, fault);
    expect(await download(file)).toMatchObject(outcome);
  });

  test('that breaks off fails while it is read, and so does one that is given up', async () => {
    const file = bot.slack.upload(LI, 'a.jpg', content);
    bot.slack.failNext('download', { kind: 'dropAfter' });
    const got = await download(file);
    if (got.outcome !== 'stream') throw new Error(got.outcome);
    await expect(read(got.content)).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });

    bot.slack.failNext('download', { kind: 'hang' });
    const impatient = await bot.adapter.download(refer(file, 'a.jpg'), AbortSignal.timeout(50));
    if (impatient.outcome !== 'stream') throw new Error(impatient.outcome);
    await expect(read(impatient.content)).rejects.toThrow(/timeout/i);
  });

  test('that the bot may not see is gone, and so is one of nobody', async () => {
    expect(await download(bot.slack.upload(LI, 'a.jpg', content, true))).toEqual({
      outcome: 'gone',
      reason: 'file_not_found',
    });
    expect(await download('F0NOTHING')).toEqual({ outcome: 'gone', reason: 'file_not_found' });
  });

  test('is not requested from a host that is not Slack, no matter what Slack says: the token would go there', async () => {
    const asked: (string | undefined)[] = [];
    const stranger = createServer((request, response) => {
      asked.push(request.headers.authorization);
      response.end('x');
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    bot.slack.world.filesUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`;
    expect(await download(bot.slack.upload(LI, 'a.jpg', content))).toEqual({
      outcome: 'gone',
      reason: 'not kept by Slack',
    });
    expect(asked).toEqual([]);
    await new Promise((resolve) => stranger.close(resolve));
  });
});
