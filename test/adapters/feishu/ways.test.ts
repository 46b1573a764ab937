import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Place } from '../../../src/chat/place.ts';
import { words } from '../../../src/chat/text.ts';
import {
  card,
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

const ours = { platform: 'feishu', workspace: keys.appId } as const;
const placeOf = ({ id: message, chat: channel }: { id: string; chat: string }): Place => ({
  ...ours,
  channel,
  message,
});
const read = (place: Place) => harness.adapter.read?.(place);

/** A message of Wang Wei's in the group, which mentions nobody. */
async function written(text: string) {
  await harness.feishu.say(wangWei.openId, group, text, { mention: false });
  return newestIn(harness, group);
}

test('an entry of the menu is taken in as a shortcut with its key, once for its event', async () => {
  const { event, answer } = await harness.feishu.choose(liNa.openId, 'qm.approvals');
  expect(answer?.status).toBe(200);
  await harness.feishu.push(event);
  expect(harness.kept).toMatchObject([
    { kind: 'shortcut', userId: liNa.openId, action: 'qm.approvals', direct: true },
    { kind: 'shortcut', id: Object(harness.kept[0]).id },
  ]);
  expect(harness.interactions).toEqual([]);
});

test('what could not be taken in is not acknowledged, and comes again', async () => {
  harness.loseNext();
  const { event, answer } = await harness.feishu.choose(liNa.openId, 'qm.mine');
  expect(answer?.status).toBe(503);
  expect((await harness.feishu.push(event))?.status).toBe(200);
  expect(harness.kept).toHaveLength(1);
});

test('a menu event that is forged or malformed reaches nobody', async () => {
  const { event } = await harness.feishu.choose(liNa.openId, 'qm.mine');
  harness.kept.length = 0;
  expect((await harness.feishu.push(event, { signature: '0'.repeat(64) }))?.status).toBe(401);
  await harness.feishu.push({
    ...Object(event),
    event: { operator: { operator_id: { open_id: { $gt: '' } } }, event_key: 'x' },
  });
  expect(harness.kept).toEqual([]);
});

describe('a message that is more than a command', () => {
  test('answers another one: both are told', async () => {
    const parent = await written('门禁坏了');
    await harness.feishu.say(liNa.openId, group, '记为不符合', { parent });
    expect(harness.kept).toMatchObject([
      {
        kind: 'message',
        text: '记为不符合',
        direct: false,
        parent: placeOf(parent),
        thread: placeOf(parent),
        forwards: false,
      },
    ]);
    expect(harness.interactions).toEqual([]);
  });

  test('brings a picture, or several are forwarded', async () => {
    await harness.feishu.sendFile(liNa.openId, 'p2p', { name: 'a.jpg', content: Buffer.from('x'), picture: true });
    const { bundle } = await harness.feishu.forward(liNa.openId, [await written('一'), await written('二')]);
    expect(harness.kept).toMatchObject([
      {
        kind: 'message',
        text: '',
        direct: true,
        message: { files: [{ name: '', ref: expect.stringContaining('/image/') }] },
      },
      { kind: 'message', forwards: true, message: { place: placeOf(bundle) } },
    ]);
  });

  test('and comes twice is taken in under one id', async () => {
    const { event } = await harness.feishu.forward(liNa.openId, [await written('一')]);
    await harness.feishu.push(event);
    expect(new Set(harness.kept.map(({ id }) => id)).size).toBe(1);
  });

  test('of 50 000 characters is taken with its beginning', async () => {
    const parent = await written('门禁坏了');
    await harness.feishu.say(liNa.openId, group, `记录 ${'长'.repeat(50_000)}`, { parent });
    expect(Object(harness.kept[0]).text).toHaveLength(40_000);
  });
});

describe('reading a message', () => {
  test('gives its words, author, time and files, and who is mentioned by name', async () => {
    const message = await written('门禁坏了');
    expect(await read(placeOf(message))).toEqual({
      found: 'yes',
      messages: [
        {
          place: placeOf(message),
          author: { kind: 'person', userId: wangWei.openId },
          sentAt: new Date(message.createdAt).toISOString(),
          text: '门禁坏了',
          files: [],
        },
      ],
    });
  });

  test('gives those that a bundle forwards, in order, whose pictures cannot be had', async () => {
    const first = await written('一');
    await harness.feishu.sendFile(wangWei.openId, 'p2p', { name: 'a.jpg', content: Buffer.from('x'), picture: true });
    const picture = newestIn(harness, wangWei.openId);
    const { bundle } = await harness.feishu.forward(liNa.openId, [first, picture]);
    expect(await read(placeOf(bundle))).toMatchObject({
      found: 'yes',
      messages: [
        { text: '一', author: { userId: wangWei.openId } },
        { text: '', files: [], other: 'image' },
      ],
    });
  });

  test("knows the bot's own", async () => {
    await harness.adapter.post({ kind: 'channel', channel: group }, card, 'k1', 'zh-CN');
    expect(await read(placeOf(newestIn(harness, group)))).toMatchObject({ messages: [{ author: { kind: 'self' } }] });
  });

  test('that was deleted, or that it may not see, says which', async () => {
    const message = await written('门禁坏了');
    message.deleted = true;
    expect(await read(placeOf(message))).toEqual({ found: 'no', because: 'deleted' });
    const other = await written('又坏了');
    harness.feishu.world.readsGroups = false;
    expect(await read(placeOf(other))).toEqual({ found: 'no', because: 'hidden' });
    expect(await read({ ...placeOf(other), message: 'om_nowhere' })).toEqual({ found: 'no', because: 'hidden' });
  });

  test.each([
    ['is limited', { kind: 'rateLimited', resetSeconds: 3 }],
    ['is cut off', { kind: 'dropAfter' }],
    ['answers nonsense', { kind: 'garbage' }],
  ] as const)('while Feishu %s is unclear, and can be tried again', async (_, fault) => {
    const message = await written('门禁坏了');
    harness.feishu.failNext('GET /open-apis/im/v1/messages', fault);
    expect(await read(placeOf(message))).toMatchObject({ found: 'unclear' });
    expect(await read(placeOf(message))).toMatchObject({ found: 'yes' });
  });
});

describe('an answer to something that nobody waited for', () => {
  const target = { kind: 'user', userId: liNa.openId } as const;

  test('is a message of its own: words, a card, or the form itself', async () => {
    await harness.adapter.say(target, { kind: 'toast', tone: 'good', text: words('已补充') }, 'k1', 'zh-CN');
    expect(newestIn(harness, liNa.openId).content).toContain('已补充');
    await harness.adapter.say(target, { kind: 'form', form }, 'k2', 'zh-CN');
    expect(newestIn(harness, liNa.openId).content).toContain('"tag":"form"');
    expect(await harness.adapter.say(target, { kind: 'nothing' }, 'k3', 'zh-CN')).toMatchObject({ outcome: 'refused' });
  });

  test('is sent once for its key, and found again by it when that is no longer sure', async () => {
    const since = new Date();
    const say = () =>
      harness.adapter.say(target, { kind: 'toast', tone: 'good', text: words('已补充') }, 'k1', 'zh-CN');
    await say();
    await say();
    expect(harness.feishu.world.messagesIn(liNa.openId)).toHaveLength(1);
    harness.pass(51 * 60_000);
    expect(await harness.adapter.lookUp(target, 'k1', since)).toMatchObject({ found: 'yes' });
    expect(await harness.adapter.lookUp(target, 'k2', since)).toMatchObject({ found: 'no' });
  });
});
