import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { verifyAll } from '../../src/cli/verify.ts';
import type { RecordOf } from '../../src/records/record.ts';
import { type BotRequest, form, payload } from '../stand-ins/slack/deliver.ts';
import { stateOf } from '../stand-ins/slack/views.ts';
import type { StandInMessage } from '../stand-ins/slack/world.ts';
import { directChannel, type OpenView } from '../stand-ins/slack/world.ts';
import { eventually } from '../support/eventually.ts';
import { movedClock } from '../support/moved-clock.ts';
import type { Answered } from './desk.ts';
import { orgFor } from './org-for.ts';
import { slackDesk, textOf } from './slack-desk.ts';
import { openSlack, type SeatedSlack } from './slack-seats.ts';
import { type Scene, startScene } from './start-scene.ts';
import { reportAndIssue } from './thread.ts';

// One bot bears all of this. FD-2026-0001 is issued to Wang Lei, FD-2026-0002 waits for Li Na; both must be so in the end.

/** Stands in every text that people write here; the log must not hold it. */
const MARK = '紫色长颈鹿';
const ISSUED = 'FD-2026-0001';
const REPORTED = 'FD-2026-0002';

let seated: SeatedSlack;
let scene: Scene;
const user = (person: string) => seated.seats.userId(person);

beforeAll(async () => {
  const clock = movedClock('2026-11-23T01:00:00Z');
  seated = await openSlack(clock);
  const { slack, seats } = seated;
  slack.world.users.set('U0STRANGER', { id: 'U0STRANGER', name: 'stranger' });
  slack.world.users.set('U0GUEST', {
    id: 'U0GUEST',
    name: 'guest',
    email: 'li.na@example.com',
    flags: { is_restricted: true },
  });
  slack.world.users.set('U0PARTNER', {
    id: 'U0PARTNER',
    name: 'partner',
    team_id: 'T0OTHER',
    email: 'li.na@example.com',
  });
  scene = await startScene(seated.settings, await orgFor(() => seats, [seats]), clock);
  slack.connect(`${scene.app.url}/slack/events`);
  const desk = slackDesk(slack, seats);
  await reportAndIssue(() => desk, scene.settle);
  await report({ what: '灭火器过期', where: '2号机房' });
  await scene.settle();
});

afterAll(async () => {
  const secrets = [MARK, seated.slack.botToken, seated.slack.signingSecret];
  const leaks = scene.logged.filter((line) => secrets.some((secret) => line.includes(secret)));
  const { faults } = await verifyAll(scene.app.records);
  await scene.stop();
  await seated.slack.close();
  expect(leaks).toEqual([]);
  expect(faults).toEqual([]);
});

async function all(): Promise<RecordOf<unknown>[]> {
  const records: RecordOf<unknown>[] = [];
  for await (const record of scene.app.records.all()) records.push(record);
  return records.sort((left, right) => left.number.localeCompare(right.number));
}

let before: RecordOf<unknown>[];
beforeEach(async () => {
  await scene.settle();
  before = await all();
});
afterEach(async () => {
  expect((await seated.slack.slash(user('li-na'), '/qm', 'help', seated.seats.channel)).text).toContain('可以做什么');
});

const expectUnchanged = async () => expect(await all()).toEqual(before);

async function report(answers: Answered): Promise<void> {
  await seated.slack.slash(user('huang-tao'), '/finding', 'new', seated.seats.channel);
  const { errors } = await seated.slack.submitView(
    user('huang-tao'),
    seated.slack.openView(user('huang-tao')),
    answers,
  );
  expect(errors).toEqual({});
}

/** Does something as a person and gives what only they were then told. */
async function told(userId: string, act: () => Promise<{ readonly status: number }>): Promise<string> {
  const known = seated.slack.shownTo(userId).length;
  expect((await act()).status).toBe(200);
  return eventually(() => {
    const news = seated.slack.shownTo(userId).slice(known);
    if (news.length === 0) throw new Error('nothing was told');
    return news.map(textOf).join('\n');
  });
}

/** The newest card with a button on it that Li Na sees for the reported finding. */
function cardOf(number: string, person = 'li-na'): StandInMessage {
  const direct = directChannel(seated.slack.world, user(person)).id;
  const card = seated.slack.messagesIn(direct).findLast((message) => textOf(message).includes(number));
  if (!card) throw new Error(`${person} has no card of ${number}`);
  return card;
}

/** A card whose buttons are all one that nobody drew. */
function forgedCard(action_id: string, value: string): StandInMessage {
  const text = { type: 'plain_text', text: '下发' } as const;
  const card = cardOf(REPORTED);
  return { ...card, blocks: [{ type: 'actions', elements: [{ type: 'button', action_id, value, text }] }] };
}

const now = () => Math.floor(scene.clock.now().getTime() / 1000);
const pressBody = () =>
  payload({
    type: 'block_actions',
    team: { id: 'T0001' },
    user: { id: user('li-na'), team_id: 'T0001' },
    trigger_id: `${Math.random()}`,
    channel: { id: seated.seats.channel },
    container: { type: 'message', message_ts: '1.1', is_ephemeral: false },
    actions: [{ type: 'button', action_id: 'finding.issue', value: JSON.stringify({ number: REPORTED, round: 0 }) }],
  });
const json = { contentType: 'application/json' };
const sign = (body: string, signing = {}): BotRequest => seated.slack.sign(body, signing);

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
  expect((await seated.slack.send(request())).status).toBe(status);
  await expectUnchanged();
});

test('a command that is replayed while its signature is fresh makes no second finding', async () => {
  await seated.slack.slash(user('huang-tao'), '/finding', 'new', seated.seats.channel);
  const view = seated.slack.openView(user('huang-tao'));
  const { request } = await seated.slack.submitView(user('huang-tao'), view, { what: `${MARK} 重放`, where: '库房' });
  const records = await all();
  expect(records).toHaveLength(before.length + 1);
  const posts = async () => {
    await scene.settle();
    return seated.slack.world.messages.length;
  };
  const standing = await posts();
  expect((await seated.slack.redeliver(request)).status).toBe(200);
  expect(await posts()).toBe(standing);
  expect((await all()).map(({ version }) => version)).toEqual(records.map(({ version }) => version));
});

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
  expect(await told(user('li-na'), () => seated.slack.press(user('li-na'), card, action))).toContain(answer);
  await expectUnchanged();
});

test.each<[string, () => string, string]>([
  ['a colleague without the role', () => user('huang-tao'), '没有这个权限'],
  ['a member of the workspace who is not in the organisation', () => 'U0STRANGER', '还不认识您'],
  ['a guest with the e-mail of the head of quality', () => 'U0GUEST', '访客'],
  ['somebody of another company with that e-mail', () => 'U0PARTNER', '不认识您'],
])('%s is told why a press does nothing', async (_, userId, answer) => {
  const press = () => seated.slack.press(userId(), cardOf(REPORTED), 'finding.issue');
  expect(await told(userId(), press)).toContain(answer);
  await expectUnchanged();
});

/** Opens the form to issue the reported finding and hands in a state that Slack's client would not let one hand in. */
async function tampered(change: {
  readonly values?: Record<string, unknown>;
  readonly view?: Partial<OpenView['body']>;
}) {
  const { slack } = seated;
  expect((await slack.press(user('li-na'), cardOf(REPORTED), 'finding.issue')).status).toBe(200);
  const view = slack.openView(user('li-na'));
  const good = { title: 'x', kind: 'minor', department: 'omd', criterion: '4.2', source: 'spotCheck' };
  const state = stateOf({ ...view, typed: new Map() });
  const values = Object.fromEntries(
    view.body.blocks.flatMap((block) => {
      if (block.type !== 'input') return [];
      const { action_id, type } = block.element;
      const given = { ...good, ...change.values }[action_id];
      const answer =
        type.endsWith('select') || type === 'radio_buttons' ? { selected_option: { value: given } } : { value: given };
      return [
        [block.block_id, given === undefined ? state[block.block_id ?? ''] : { [action_id]: { type, ...answer } }],
      ];
    }),
  );
  const { id, hash, body } = view;
  const content = {
    type: 'view_submission',
    team: { id: 'T0001' },
    user: { id: user('li-na'), team_id: 'T0001' },
    view: { id, hash, callback_id: '', private_metadata: '', ...body, ...change.view, state: { values } },
  };
  return slack.send(sign(payload(content)));
}

test.each<[string, Parameters<typeof tampered>[0], RegExp]>([
  ['a kind that was not offered', { values: { kind: 'catastrophic' } }, /errors/],
  ['a department that there is not', { values: { department: 'nowhere' } }, /请从列表中选择/],
  ['an operator for a department', { values: { department: '$ne' } }, /请从列表中选择/],
  ['a title of 40 000 characters', { values: { title: MARK.repeat(8_000) } }, /errors/],
  ['a title of nothing but spaces that are not seen', { values: { title: '\u200b\u2060 \u202e' } }, /errors/],
  ['a memo that is no JSON', { view: { private_metadata: '{"step"' } }, /旧版本/],
  [
    'a memo with another record',
    { view: { private_metadata: JSON.stringify({ step: 0, context: { number: ISSUED, round: 0 } }) } },
    /clear/,
  ],
])('a form with %s is refused where it stands and changes nothing', async (_, change, answer) => {
  const { status, text } = await tampered(change);
  expect(status).toBe(200);
  expect(text).toMatch(answer);
  await expectUnchanged();
});

test('a form that there is not is answered and changes nothing', async () => {
  const answer = await told(user('li-na'), () => tampered({ view: { callback_id: 'finding.fly' } }));
  expect(answer).toContain('没有这个操作');
  await expectUnchanged();
});

test('a handler who does not exist cannot be named', async () => {
  const { slack } = seated;
  expect((await slack.press(user('wang-lei'), cardOf(ISSUED, 'wang-lei'), 'finding.assign')).status).toBe(200);
  const view = slack.openView(user('wang-lei'));
  const block = view.body.blocks.find((each) => each.type === 'input' && each.element.action_id === 'handler');
  const values = {
    [block?.block_id ?? '']: { handler: { type: 'static_select', selected_option: { value: 'nobody-at-all' } } },
  };
  const content = {
    type: 'view_submission',
    team: { id: 'T0001' },
    user: { id: user('wang-lei'), team_id: 'T0001' },
    view: { id: view.id, hash: view.hash, callback_id: '', private_metadata: '', ...view.body, state: { values } },
  };
  const { status, text } = await slack.send(sign(payload(content)));
  expect(status).toBe(200);
  expect(text).toContain('请从列表中选择');
  await expectUnchanged();
});

test.each<[string, string, string]>([
  ['mentions', `${MARK} <!channel> <@U0MALI> @everyone`, `${MARK} <!channel> <@U0MALI> @everyone`],
  [
    'markdown',
    `${MARK} *b* _i_ ~s~ \`c\` <https://evil.example|bank>`,
    `${MARK} *b* _i_ ~s~ \`c\` <https://evil.example|bank>`,
  ],
  ['operators', `${MARK} {"$where":"sleep(1e9)"} $ne`, `${MARK} {"$where":"sleep(1e9)"} $ne`],
  ['spaces that are not seen', `${MARK}\u200b\u2060\ufeff完`, `${MARK}完`],
  ['a change of direction', `${MARK}\u202egnp.exe`, `${MARK}gnp.exe`],
  ['half a character', `${MARK}\ud83d 半`, `${MARK}\ufffd 半`],
  ['a formula', `=HYPERLINK("http://evil.example") ${MARK}`, `=HYPERLINK("http://evil.example") ${MARK}`],
])('a text with %s is kept as it was meant and calls nobody', async (_, typed, kept) => {
  await report({ what: typed, where: MARK });
  await scene.settle();
  const record = (await all()).at(-1);
  expect(record).toMatchObject({ data: { what: kept } });
  expect(record?.effects).toEqual([]);
  const cards = seated.slack.world.messages.filter((message) => textOf(message).includes(record?.number ?? '-'));
  expect(cards.length).toBeGreaterThan(0);
  for (const card of cards) {
    expect(JSON.stringify(card.blocks)).not.toMatch(
      /"mrkdwn","text":"[^"]*<[!@h]|"type":"(broadcast|usergroup)"|U0MALI"/,
    );
    expect(card.text).not.toMatch(/<[!@]/);
  }
});

test.each<[string, () => Promise<{ readonly status: number }>]>([
  ['a command', () => seated.slack.slash(user('li-na'), '/qm', `${MARK.repeat(7_999)}`, seated.seats.channel)],
  ['a message', () => seated.slack.say(user('li-na'), MARK.repeat(8_000))],
])('40 000 characters in %s are answered shortly', async (_, act) => {
  const direct = directChannel(seated.slack.world, user('li-na')).id;
  const known = seated.slack.messagesIn(direct).length + seated.slack.shownTo(user('li-na')).length;
  expect((await act()).status).toBe(200);
  const answer = await eventually(() => {
    expect(seated.slack.messagesIn(direct).length + seated.slack.shownTo(user('li-na')).length).toBe(known + 1);
    return [...seated.slack.messagesIn(direct), ...seated.slack.shownTo(user('li-na'))].map(textOf);
  });
  expect(Math.max(...answer.map((text) => text.length))).toBeLessThan(10_000);
  await expectUnchanged();
});

test('what nobody knows how to do is answered with what can be done', async () => {
  const { slack, seats } = seated;
  for (const said of [
    'fly',
    'show',
    'show FD-0',
    'list; drop',
    '__proto__',
    'constructor',
    '审批通过 FD-2026-0002 now!',
  ]) {
    const { status, text } = await slack.slash(user('li-na'), '/finding', said, seats.channel);
    expect(status).toBe(200);
    expect(text).not.toBe('');
  }
  await expectUnchanged();
});
