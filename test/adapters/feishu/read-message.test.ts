import { expect, test } from 'vitest';
import { readMessage } from '../../../adapters/feishu/read-message.ts';

const bot = 'ou_bot';
const mention = (index: number, openId: string, name: string) => ({
  key: `@_user_${index}`,
  id: { open_id: openId },
  name,
});
const said = (text: string, chatType: string, mentions = [mention(1, bot, 'qmbot')]) => ({
  message_id: 'om_1',
  chat_id: 'oc_1',
  chat_type: chatType,
  message_type: 'text',
  content: JSON.stringify({ text }),
  mentions,
});

test('takes the mention of the bot out, wherever it stands', () => {
  expect(readMessage(said('@_user_1 finding new', 'group'), bot)).toBe('finding new');
  expect(readMessage(said('finding @_user_1 new', 'group'), bot)).toBe('finding new');
});

test('keeps the mention of somebody else as their name, and tells one from ten', () => {
  const mentions = [mention(1, bot, 'qmbot'), mention(10, 'ou_x', '李娜')];
  expect(readMessage(said('@_user_1 请 @_user_10 看', 'group', mentions), bot)).toBe('请 @李娜 看');
});

test('is not deceived by a name that looks like a mention', () => {
  const mentions = [mention(1, bot, 'qmbot'), mention(2, 'ou_x', '$& @_user_1')];
  expect(readMessage(said('@_user_2 @_user_1 help', 'group', mentions), bot)).toContain('$&');
});

test('hears a group only when the bot itself is mentioned', () => {
  expect(readMessage(said('@_user_1 help', 'group', [mention(1, 'ou_x', '李娜')]), bot)).toBeNull();
  expect(readMessage(said('help', 'group', []), bot)).toBeNull();
  expect(readMessage(said('@_all help', 'group', []), bot)).toBeNull();
});

test('hears everything in a direct message', () => {
  expect(readMessage(said('help', 'p2p', []), undefined)).toBe('help');
});
