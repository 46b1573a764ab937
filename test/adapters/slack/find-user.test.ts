import { afterEach, beforeEach, expect, test } from 'vitest';
import { LI, type OpenSlackAdapter, openSlackAdapter } from '../../worlds/slack.ts';

let bot: OpenSlackAdapter;
beforeEach(async () => {
  bot = await openSlackAdapter();
});
afterEach(() => bot.close());

const add = (more: object) =>
  bot.slack.world.users.set('U0NEW', { id: 'U0NEW', name: 'New', email: 'new@example.com', ...more });

test('a user is a member with an e-mail address, and without the phone number they gave themselves', async () => {
  expect(await bot.adapter.user(LI)).toEqual({
    userId: LI,
    name: '李娜',
    kind: 'member',
    email: 'li.na@example.com',
  });
});

test.each([
  ['guest', { flags: { is_restricted: true } }],
  ['guest', { flags: { is_ultra_restricted: true } }],
  ['external', { flags: { is_stranger: true } }],
  ['external', { team_id: 'T0OTHER' }],
  ['bot', { flags: { is_bot: true } }],
])('a user is %s with %j', async (kind, more) => {
  add(more);
  expect(await bot.adapter.user('U0NEW')).toMatchObject({ kind });
});

test('a user has no e-mail address that is not confirmed', async () => {
  add({ flags: { is_email_confirmed: false } });
  expect(await bot.adapter.user('U0NEW')).not.toHaveProperty('email');
});

test('a user is null when there is none, when they have left, and when Slack does not answer', async () => {
  add({ flags: { deleted: true } });
  expect(await bot.adapter.user('U0NEW')).toBeNull();
  expect(await bot.adapter.user('U0NOBODY')).toBeNull();
  bot.slack.failNext('users.info', { kind: 'dropAfter' });
  expect(await bot.adapter.user(LI)).toBeNull();
});
