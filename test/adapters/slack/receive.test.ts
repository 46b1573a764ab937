import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { words } from '../../../src/chat/text.ts';
import { form as fields, payload } from '../../stand-ins/slack/deliver.ts';
import { GENERAL, LI, type OpenSlackAdapter, openSlackAdapter } from '../../worlds/slack.ts';

let bot: OpenSlackAdapter;
beforeAll(async () => {
  bot = await openSlackAdapter();
});
afterAll(() => bot.close());
beforeEach(() => {
  bot.seen.length = 0;
  bot.answer(() => ({ kind: 'toast', tone: 'good', text: words('好') }));
});

const command = (more: Record<string, string> = {}) =>
  fields({
    command: '/finding',
    text: 'new',
    team_id: 'T0001',
    user_id: LI,
    channel_id: GENERAL,
    trigger_id: '1.2.3',
    response_url: 'http://127.0.0.1:9/none',
    ...more,
  });
const json = { contentType: 'application/json' };
const now = () => Math.floor(bot.clock.now().getTime() / 1000);

/** The bot still works: one good command is answered. */
async function expectAlive() {
  const before = bot.seen.length;
  expect(await bot.slack.slash(LI, '/qm', 'help', GENERAL)).toMatchObject({ status: 200 });
  expect(bot.seen).toHaveLength(before + 1);
}

test.each([
  ['forged', () => bot.slack.sign(command(), { secret: 'not the secret' }), 401, 'forged'],
  ['six minutes old', () => bot.slack.sign(command(), { timestamp: now() - 360 }), 401, 'stale'],
  ['six minutes in the future', () => bot.slack.sign(command(), { timestamp: now() + 360 }), 401, 'stale'],
  ['a year in the future', () => bot.slack.sign(command(), { timestamp: now() + 365 * 86_400 }), 401, 'stale'],
  [
    'unsigned',
    () => ({ body: command(), headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    401,
    'unsigned',
  ],
  ['the JSON null', () => bot.slack.sign('null', json), 400, 'malformed'],
  ['a form whose payload is null', () => bot.slack.sign(payload(null)), 400, 'malformed'],
  ['an empty body', () => bot.slack.sign('', json), 400, 'malformed'],
  ['no JSON', () => bot.slack.sign('{"type":', json), 400, 'malformed'],
  ['a payload that is no JSON', () => bot.slack.sign('payload=%7B%22type'), 400, 'malformed'],
  ['a list', () => bot.slack.sign('[]', json), 400, 'malformed'],
  [
    'an event that is null',
    () => bot.slack.sign('{"type":"event_callback","event_id":"E1","team_id":"T1","event":null}', json),
    400,
    'malformed',
  ],
  [
    'a press without an action',
    () => bot.slack.sign(payload({ type: 'block_actions', user: { id: LI }, actions: [] })),
    400,
    'malformed',
  ],
  ['a command without a user', () => bot.slack.sign(command({ user_id: '' })), 400, 'malformed'],
  [
    'a command with more text than Slack sends',
    () => bot.slack.sign(command({ text: 'x'.repeat(40_001) })),
    400,
    'malformed',
  ],
  [
    'of a kind we know nothing of',
    () => bot.slack.sign(payload({ type: 'shortcut', user: { id: LI } })),
    400,
    'malformed',
  ],
] as const)('a request that is %s is refused, and the process lives', async (_, request, status, why) => {
  expect(await bot.slack.send(request())).toMatchObject({ status, body: { error: why } });
  expect(bot.seen).toEqual([]);
  await expectAlive();
});

test('a request of more than a megabyte is refused, and the process lives', async () => {
  const answered = await bot.slack.send(bot.slack.sign(command({ more: 'x'.repeat(1024 * 1024) })));
  expect(answered.status).toBe(413);
  await expectAlive();
});

test('a form whose content type names a charset is taken: a proxy may have added it', async () => {
  const request = bot.slack.sign(command(), { contentType: 'application/x-www-form-urlencoded; charset=utf-8' });
  expect(await bot.slack.send(request)).toMatchObject({ status: 200 });
  expect(bot.seen).toHaveLength(1);
});

test("Slack's own checks of the address are answered", async () => {
  const challenge = bot.slack.sign(JSON.stringify({ type: 'url_verification', challenge: 'abc' }), json);
  expect(await bot.slack.send(challenge)).toMatchObject({ status: 200, body: { challenge: 'abc' } });
  expect(await bot.slack.send(bot.slack.sign('ssl_check=1', { secret: 'unknown' }))).toMatchObject({
    status: 200,
    text: '',
  });
  expect(bot.seen).toEqual([]);
});

test('the same request twice has the same interaction id', async () => {
  const first = await bot.slack.slash(LI, '/finding', 'new', GENERAL);
  await bot.slack.redeliver(first.request);
  expect(bot.seen).toHaveLength(2);
  expect(bot.seen[0]).toEqual(bot.seen[1]);
});

test('requests are accepted in any order', async () => {
  const [later, earlier] = [
    bot.slack.sign(command({ trigger_id: '2' }), { timestamp: now() }),
    bot.slack.sign(command({ trigger_id: '1' }), { timestamp: now() - 60 }),
  ];
  await bot.slack.send(later);
  expect(await bot.slack.send(earlier)).toMatchObject({ status: 200 });
  expect(bot.seen.map((each) => each.id)).toEqual(['2', '1']);
});

test('a press whose value was tampered with does not reach the router, and the person is told', async () => {
  const press = {
    type: 'block_actions',
    user: { id: LI },
    trigger_id: '1.2.3',
    channel: { id: GENERAL },
    container: { type: 'message', message_ts: '1.1' },
    actions: [{ type: 'button', action_id: 'finding.approve', value: '{"number":{"$gt":""}}' }],
  };
  expect(await bot.slack.send(bot.slack.sign(payload(press)))).toMatchObject({ status: 200, text: '' });
  await bot.adapter.stop();
  await bot.adapter.start();
  expect(bot.seen).toEqual([]);
  expect(bot.slack.shownTo(LI).at(-1)?.text).toBe('这个按钮来自旧版本，已不能使用。请重新打开这条记录。');
});

test('a form whose context is none of ours does not reach the router, and says so', async () => {
  const submit = {
    type: 'view_submission',
    user: { id: LI },
    view: {
      id: 'V1',
      callback_id: 'finding.report',
      private_metadata: '{"step":-1}',
      title: { text: '报告' },
      state: { values: {} },
    },
  };
  const answered = await bot.slack.send(bot.slack.sign(payload(submit)));
  expect(answered).toMatchObject({
    status: 200,
    body: { response_action: 'update', view: { title: { text: '报告' } } },
  });
  expect(answered.text).toContain('这个表单来自旧版本');
  expect(bot.seen).toEqual([]);
});

test('after the stop Slack is told to come again', async () => {
  await bot.adapter.stop();
  expect(await bot.slack.slash(LI, '/qm', 'help', GENERAL)).toMatchObject({ status: 503 });
  await bot.adapter.start();
  await expectAlive();
});

test('no word of a request is ever logged, be it good or bad', async () => {
  const secret = 'a-word-nobody-may-read';
  await bot.slack.slash(LI, '/finding', secret, GENERAL);
  await bot.slack.say(LI, secret);
  await bot.slack.send(bot.slack.sign(`payload={"x":"${secret}"`));
  await bot.slack.send(bot.slack.sign(`{"type":"event_callback","event":"${secret}"}`, json));
  bot.answer(() => Promise.reject(new Error(secret)));
  await bot.slack.slash(LI, '/finding', secret, GENERAL);
  expect(bot.logged.length).toBeGreaterThan(2);
  expect(bot.logged.join('')).not.toContain(secret);
  expect(bot.logged.join('')).not.toContain(bot.slack.botToken);
});
