import { expect, test } from 'vitest';
import { isForBot, readMessage } from '../../../adapters/feishu/receive/read-message.ts';

const bot = 'ou_bot';
const now = new Date('2026-11-23T01:00:00Z');
const mention = (index: number, openId: string, name: string) => ({
  key: `@_user_${index}`,
  id: { open_id: openId },
  name,
});
const written = (type: string, content: object, mentions = [mention(1, bot, 'qmbot')]) => ({
  message_id: 'om_1',
  chat_id: 'oc_1',
  chat_type: 'group',
  message_type: type,
  content: JSON.stringify(content),
  mentions,
});
const read = (message: ReturnType<typeof written>) =>
  readMessage(
    { event_id: 'ev_1', sender: { sender_id: { open_id: 'ou_li' }, sender_type: 'user' }, message },
    bot,
    'cli_1',
    now,
  );
const said = (text: string, mentions?: ReturnType<typeof mention>[]) => read(written('text', { text }, mentions)).text;

test('takes the mention of the bot out, wherever it stands', () => {
  expect(said('@_user_1 finding new')).toBe('finding new');
  expect(said('finding @_user_1 new')).toBe('finding new');
});

test('keeps the mention of another user as their name, and tells one from ten', () => {
  const mentions = [mention(1, bot, 'qmbot'), mention(10, 'ou_x', '李娜')];
  expect(said('@_user_1 请 @_user_10 看', mentions)).toBe('请 @李娜 看');
});

test('is not deceived by a name that looks like a mention', () => {
  const mentions = [mention(1, bot, 'qmbot'), mention(2, 'ou_x', '$& @_user_1')];
  expect(said('@_user_2 @_user_1 help', mentions)).toContain('$&');
});

test('hears a group only when the bot itself is mentioned, and everything in a direct message', () => {
  const inGroup = (mentions: ReturnType<typeof mention>[]) => written('text', { text: 'help' }, mentions);
  expect(isForBot(inGroup([mention(1, bot, 'qmbot')]), bot)).toBe(true);
  expect(isForBot(inGroup([mention(1, 'ou_x', '李娜')]), bot)).toBe(false);
  expect(isForBot(inGroup([]), bot)).toBe(false);
  expect(isForBot({ ...inGroup([]), chat_type: 'p2p' }, undefined)).toBe(true);
});

test.each([
  ['image', { image_key: 'img_1' }, [{ ref: 'om_1/image/img_1', name: '' }], ''],
  ['file', { file_key: 'file_1', file_name: '门禁.pdf' }, [{ ref: 'om_1/file/file_1', name: '门禁.pdf' }], ''],
  [
    'media',
    { file_key: 'file_2', image_key: 'img_2', file_name: 'a.mp4' },
    [{ ref: 'om_1/file/file_2', name: 'a.mp4' }],
    '',
  ],
  [
    'post',
    { title: '巡检', content: [[{ tag: 'text', text: '见图' }], [{ tag: 'img', image_key: 'img_3' }]] },
    [{ ref: 'om_1/image/img_3' }],
    '巡检\n见图',
  ],
] as const)('reads what a message of type %s brings', (type, content, files, text) => {
  const message = read(written(type, content, []));
  expect(message).toMatchObject({ files, text });
  expect(message.other).toBeUndefined();
});

test('names what it does not take over, and survives content that is none', () => {
  expect(read(written('sticker', { file_key: 'x' }, []))).toMatchObject({ other: 'sticker', files: [] });
  expect(read({ ...written('post', {}), content: 'no JSON' })).toMatchObject({ other: 'post', text: '' });
  expect(read({ ...written('image', {}), content: 'null' })).toMatchObject({ files: [], text: '' });
});

test('gives the time at which it was written, in UTC', () => {
  const message = { ...written('text', { text: 'x' }), create_time: '1795395600000' };
  expect(read(message).sentAt).toBe(new Date(1_795_395_600_000).toISOString());
  expect(read(written('text', { text: 'x' })).sentAt).toBe(now.toISOString());
});
