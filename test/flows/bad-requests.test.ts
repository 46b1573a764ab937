import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RecordOf } from '../../src/records/shape/record.ts';
import { type BotRequest, form, payload } from '../stand-ins/slack/deliver.ts';
import type { StandInMessage } from '../stand-ins/slack/world.ts';
import { type Bearer, ISSUED, MARK, REPORTED, startBearer } from './bad-input-bearer.ts';

// One bot bears all of this; its findings must be untouched in the end.
let bearer: Bearer;
let before: RecordOf<unknown>[];

beforeAll(async () => {
  bearer = await startBearer();
  const { users } = bearer.seated.slack.world;
  const email = 'li.na@example.com';
  users.set('U0STRANGER', { id: 'U0STRANGER', name: 'stranger' });
  users.set('U0GUEST', { id: 'U0GUEST', name: 'guest', email, flags: { is_restricted: true } });
  users.set('U0PARTNER', { id: 'U0PARTNER', name: 'partner', team_id: 'T0OTHER', email });
});

beforeEach(async () => {
  await bearer.scene.settle();
  before = await bearer.all();
});

afterEach(() => bearer.alive());

afterAll(() => bearer.stop());

const expectUnchanged = async () => expect(await bearer.all()).toEqual(before);

const now = () => Math.floor(bearer.scene.clock.now().getTime() / 1000);
const pressBody = () =>
  payload({
    type: 'block_actions',
    team: { id: 'T0001' },
    user: { id: bearer.user('li-na'), team_id: 'T0001' },
    trigger_id: `${Math.random()}`,
    channel: { id: bearer.seated.seats.channel },
    container: { type: 'message', message_ts: '1.1', is_ephemeral: false },
    actions: [{ type: 'button', action_id: 'finding.issue', value: JSON.stringify({ number: REPORTED, round: 0 }) }],
  });
const json = { contentType: 'application/json' };
const sign = (body: string, signing = {}): BotRequest => bearer.seated.slack.sign(body, signing);

test.each<[string, number, () => BotRequest]>([
  ['forged', 401, () => sign(pressBody(), { secret: 'guessed' })],
  ['unsigned', 401, () => ({ body: pressBody(), headers: { 'content-type': 'application/x-www-form-urlencoded' } })],
  ['changed after it was signed', 401, () => ({ ...sign(pressBody()), body: `${pressBody()}&x=1` })],
  ['five minutes and a second old', 401, () => sign(pressBody(), { timestamp: now() - 301 })],
  ['five minutes and a second early', 401, () => sign(pressBody(), { timestamp: now() + 301 })],
  ['the JSON null', 400, () => sign('null', json)],
  ['half a JSON', 400, () => sign('{"type":"event_callback"', json)],
  ['nothing at all', 400, () => sign('')],
  ['a payload that is a number', 400, () => sign(payload(7))],
  ['a press without buttons', 400, () => sign(payload({ type: 'block_actions', user: { id: 'U1' }, actions: [] }))],
  [
    'an operator for a user',
    400,
    () => sign(payload({ ...JSON.parse('{}'), type: 'view_submission', user: { $ne: '' } })),
  ],
  ['two megabytes', 413, () => sign(form({ command: '/finding', text: 'x'.repeat(2_000_000) }))],
  ['XML', 400, () => sign('<methodCall/>', { contentType: 'text/xml' })],
])('a request that is %s is refused with %i and changes nothing', async (_, status, request) => {
  expect((await bearer.seated.slack.send(request())).status).toBe(status);
  await expectUnchanged();
});

test.each<[string, number, () => BotRequest]>([
  ['good', 200, () => sign(pressBody())],
  ['forged', 401, () => sign(pressBody(), { secret: 'guessed' })],
  ['malformed', 400, () => sign('null', json)],
  ['too large', 413, () => sign('x'.repeat(2_000_000))],
])(
  'the answer to a %s request carries its id like any other of ours, and one line of the log tells of it',
  async (_, status, request) => {
    const answer = await fetch(`${bearer.scene.app.url}/slack/events`, { method: 'POST', ...request() });
    await answer.arrayBuffer();
    expect(answer.status).toBe(status);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const requestId = answer.headers.get('x-request-id');
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    const lines = bearer.scene.logged.filter((line) => line.includes(`"requestId":"${requestId}"`));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'request', route: '/slack/events', status });
  },
);

test('a command that is replayed while its signature is fresh makes no second finding', async () => {
  await bearer.seated.slack.slash(bearer.user('huang-tao'), '/finding', 'new', bearer.seated.seats.channel);
  const view = bearer.seated.slack.openView(bearer.user('huang-tao'));
  const { request } = await bearer.seated.slack.submitView(bearer.user('huang-tao'), view, {
    what: `${MARK} 重放`,
    where: '库房',
  });
  const records = await bearer.all();
  expect(records).toHaveLength(before.length + 1);
  const posts = async () => {
    await bearer.scene.settle();
    return bearer.seated.slack.world.messages.length;
  };
  const standing = await posts();
  expect((await bearer.seated.slack.redeliver(request)).status).toBe(200);
  expect(await posts()).toBe(standing);
  expect((await bearer.all()).map(({ version }) => version)).toEqual(records.map(({ version }) => version));
});

/** A card whose buttons are all one that nobody drew. */
function forgedCard(action_id: string, value: string): StandInMessage {
  const text = { type: 'plain_text', text: '下发' } as const;
  const card = bearer.cardOf(REPORTED);
  return { ...card, blocks: [{ type: 'actions', elements: [{ type: 'button', action_id, value, text }] }] };
}

test.each<[string, string, string, string]>([
  ['names a record that is not there', 'finding.issue', '{"number":"FD-2026-9999","round":0}', 'FD-2026-9999'],
  ['names an operator for a number', 'finding.issue', '{"number":{"$ne":""},"round":0}', '旧版本'],
  ['names an operator in a text', 'finding.issue', '{"number":"{\\"$gt\\":\\"\\"}","round":0}', '没有找到'],
  ['names a move of another state', 'finding.approveCapa', `{"number":"${REPORTED}","round":0}`, '不能做这个操作'],
  ['names another record, in another state', 'finding.issue', `{"number":"${ISSUED}","round":0}`, '不用再处理了'],
  ['names a move that there is not', 'finding.fly', `{"number":"${REPORTED}","round":0}`, '没有这个操作'],
  ['names what every object has', 'finding.constructor', `{"number":"${REPORTED}","round":0}`, '没有这个操作'],
  ['names no kind of record', 'ship.sink', `{"number":"${REPORTED}","round":0}`, '没有这个操作'],
  ['holds no JSON', 'finding.issue', '{"number"', '旧版本'],
  ['holds nothing of use', 'finding.issue', '{}', '没有'],
])('a button that %s is answered and changes nothing', async (_, action, value, answer) => {
  const card = forgedCard(action, value);
  expect(
    await bearer.told(bearer.user('li-na'), () => bearer.seated.slack.press(bearer.user('li-na'), card, action)),
  ).toContain(answer);
  await expectUnchanged();
});

test.each<[string, () => string, string]>([
  ['a colleague without the role', () => bearer.user('huang-tao'), '没有这个权限'],
  ['a member of the workspace who is not in the organisation', () => 'U0STRANGER', '还不认识您'],
  ['a guest with the e-mail of the head of quality', () => 'U0GUEST', '访客'],
  ['somebody of another company with that e-mail', () => 'U0PARTNER', '不认识您'],
])('%s is told why a press does nothing', async (_, userId, answer) => {
  const press = () => bearer.seated.slack.press(userId(), bearer.cardOf(REPORTED), 'finding.issue');
  expect(await bearer.told(userId(), press)).toContain(answer);
  await expectUnchanged();
});
