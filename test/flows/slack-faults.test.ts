import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyAll } from '../../src/cli/verify.ts';
import type { Fault } from '../stand-ins/slack/faults.ts';
import { type Bearer, REPORTED, startBearer } from './bad-input-bearer.ts';

let bearer: Bearer;

beforeEach(async () => {
  bearer = await startBearer();
});

afterEach(() => bearer.stop());

const keys = () => bearer.seated.slack.world.messages.map(({ metadata }) => JSON.stringify(metadata)).sort();

/** Everything is done, and nothing twice. */
async function expectRest(): Promise<void> {
  for (const record of await bearer.all()) {
    expect(record.effects).toEqual([]);
    expect(record.cards.filter(({ shownVersion }) => shownVersion < record.version)).toEqual([]);
  }
  expect(new Set(keys()).size).toBe(keys().length);
  expect((await verifyAll(bearer.scene.app.records)).faults).toEqual([]);
}

/** A minute of the bot's time. */
async function aMinute(): Promise<void> {
  for (let times = 0; times < 8; times++) await bearer.scene.settle();
}

test.each<[string, Fault]>([
  ['429 and says how long to wait', { kind: 'rateLimited', retryAfter: 20 }],
  ['429 and does not say how long', { kind: 'rateLimited' }],
  ['503', { kind: 'status', status: 503 }],
  ['what is no JSON, after it took the message', { kind: 'garbled' }],
  ['that there were too many calls, without a status that says so', { kind: 'error', code: 'ratelimited' }],
  ['internal_error', { kind: 'error', code: 'internal_error' }],
  ['late', { kind: 'slow', ms: 1_500 }],
  ['never, having taken the message', { kind: 'hang' }],
  ['with a cut connection, having taken the message', { kind: 'dropAfter' }],
  ['with a cut connection, not having taken it', { kind: 'dropBefore' }],
])('Slack answers a post %s: it stands once', async (_, fault) => {
  const { slack } = bearer.seated;
  slack.failNext('chat.postMessage', fault);
  slack.failNext('chat.update', fault);
  const before = keys().length;
  await bearer.report({ what: '灭火器压力不足', where: '1号机房' });
  await aMinute();
  await expectRest();
  // In the channel, to the two officers of quality.
  expect(keys().length).toBe(before + 3);
  await bearer.alive();
});

test('a form that Slack does not open for a person is said to have failed, and the next try opens it', async () => {
  const { slack } = bearer.seated;
  const user = bearer.user('li-na');
  const press = () => slack.press(user, bearer.cardOf(REPORTED), 'finding.issue');
  slack.failNext('views.open', { kind: 'status', status: 503 });
  expect(await bearer.told(user, press)).toContain('请再试一次');
  expect((await press()).status).toBe(200);
  expect(slack.openView(user).body.callback_id).toBe('finding.issue');
  await expectRest();
});
