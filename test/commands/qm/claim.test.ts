import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimModel } from '../../../src/org/claim-model.ts';
import { type Conversation, openConversation, textOf } from '../../worlds/conversation.ts';

let room: Conversation;

beforeEach(async () => {
  room = await openConversation();
});

afterEach(() => room.close());

/** The person whose the newcomer's account is, once it is known. */
const newcomer = async () => (await room.organisation.load()).personByIdentity('console', 'local', 'newcomer');

test('a code and one’s name make a full member of the workspace administrator; it is logged, and QED is told', async () => {
  const code = await room.claims.issue(null);
  const reply = await room.say('newcomer', `/qm claim ${code} 钱力`);
  expect(textOf(reply)).toContain('钱力，您现在是系统管理员了');
  expect(await newcomer()).toMatchObject({ id: 'qian-li', roles: ['admin'] });
  const told = await room.told();
  expect(told[0]).toEqual([
    'li-na',
    { notice: 'claimed', person: { zh: '钱力', en: 'Qian Li' }, platform: 'console', userId: 'newcomer' },
  ]);
  expect(room.logged.join()).toContain('administrator by one-time code');
  expect(room.logged.join()).not.toContain(code);
});

test('a code is spent by the first who uses it', async () => {
  const code = await room.claims.issue(null);
  await room.say('newcomer', `/qm claim ${code} 钱力`);
  expect(textOf(await room.say('newcomer', `/qm claim ${code} 钱力`))).toContain('口令不对，或已用过');
});

test('of two who use one code at once, one gets in', async () => {
  const code = await room.claims.issue(null);
  const spent = await Promise.all([room.claims.spend(code, 'a'), room.claims.spend(code, 'b')]);
  expect(spent.toSorted()).toEqual([false, true]);
});

test('a code is out of date after half an hour, and a wrong one is nobody’s', async () => {
  const code = await room.claims.issue(null);
  room.engine.at('2026-11-23T02:30:00Z');
  expect(textOf(await room.say('newcomer', `/qm claim ${code} 钱力`))).toContain('已过期');
  expect(textOf(await room.say('newcomer', '/qm claim AAAA-BBBB-CCCC 钱力'))).toContain('口令不对');
  expect(await newcomer()).toBeUndefined();
});

test('a guest gets in with no code, and the code stays good', async () => {
  const code = await room.claims.issue(null);
  expect(textOf(await room.say('guest', `/qm claim ${code} 钱力`))).toContain('只有本公司的正式成员');
  expect(await room.claims.find(code)).toEqual({ personId: null });
});

test('without a name nobody knows who it is; the code stays good, typed in lower case, too', async () => {
  const code = await room.claims.issue(null);
  expect(textOf(await room.say('newcomer', `认领 ${code}`))).toContain('还不知道您是名单里的哪一位');
  expect(textOf(await room.say('newcomer', `claim ${code.toLowerCase().replaceAll('-', '')} 钱力`))).toContain(
    '系统管理员',
  );
});

test('a code for one person makes nobody else administrator', async () => {
  const code = await room.claims.issue('qian-li');
  await room.say('newcomer', `/qm claim ${code} 李娜`);
  expect((await newcomer())?.id).toBe('qian-li');
});

test('a person who already has an account here is not taken over by another', async () => {
  const code = await room.claims.issue(null);
  expect(textOf(await room.say('newcomer', `/qm claim ${code} 李娜`))).toContain('已有另一个账号');
  expect((await room.organisation.load()).person('li-na')?.roles).not.toContain('admin');
});

test('the database holds no code, only its hash', async () => {
  const code = await room.claims.issue(null);
  const stored = JSON.stringify(await claimModel(room.engine.connection).find({ usedAt: null }).lean());
  expect(stored).toMatch(/[0-9a-f]{64}/);
  expect(stored).not.toContain(code);
});
