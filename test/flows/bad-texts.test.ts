import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RecordOf } from '../../src/records/shape/record.ts';
import { payload } from '../stand-ins/slack/deliver.ts';
import { stateOf } from '../stand-ins/slack/views.ts';
import { directChannel, type OpenView } from '../stand-ins/slack/world.ts';
import { eventually } from '../support/eventually.ts';
import { type Bearer, ISSUED, MARK, REPORTED, startBearer } from './bad-input-bearer.ts';
import { textOf } from './slack-desk.ts';

// One bot bears all of this; its findings must be untouched in the end.
let bearer: Bearer;
let before: RecordOf<unknown>[];

beforeAll(async () => {
  bearer = await startBearer();
});

beforeEach(async () => {
  await bearer.scene.settle();
  before = await bearer.all();
});

afterEach(() => bearer.alive());

afterAll(() => bearer.stop());

const expectUnchanged = async () => expect(await bearer.all()).toEqual(before);

/** Opens the form to issue the reported finding and hands in a state that Slack's client would not let one hand in. */
async function tampered(change: {
  readonly values?: Record<string, unknown>;
  readonly view?: Partial<OpenView['body']>;
}) {
  const { slack } = bearer.seated;
  expect((await slack.press(bearer.user('li-na'), bearer.cardOf(REPORTED), 'finding.issue')).status).toBe(200);
  const view = slack.openView(bearer.user('li-na'));
  const good = { title: 'x', kind: 'minor', department: 'omd', criterion: '4.2', source: 'spotCheck' };
  const state = stateOf(slack.world, { ...view, typed: new Map() });
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
    user: { id: bearer.user('li-na'), team_id: 'T0001' },
    view: { id, hash, callback_id: '', private_metadata: '', ...body, ...change.view, state: { values } },
  };
  return slack.send(slack.sign(payload(content)));
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
  const answer = await bearer.told(bearer.user('li-na'), () => tampered({ view: { callback_id: 'finding.fly' } }));
  expect(answer).toContain('没有这个操作');
  await expectUnchanged();
});

test('a handler who does not exist cannot be named', async () => {
  const { slack } = bearer.seated;
  expect((await slack.press(bearer.user('wang-lei'), bearer.cardOf(ISSUED, 'wang-lei'), 'finding.assign')).status).toBe(
    200,
  );
  const view = slack.openView(bearer.user('wang-lei'));
  const block = view.body.blocks.find((each) => each.type === 'input' && each.element.action_id === 'handler');
  const values = {
    [block?.block_id ?? '']: { handler: { type: 'static_select', selected_option: { value: 'nobody-at-all' } } },
  };
  const content = {
    type: 'view_submission',
    team: { id: 'T0001' },
    user: { id: bearer.user('wang-lei'), team_id: 'T0001' },
    view: { id: view.id, hash: view.hash, callback_id: '', private_metadata: '', ...view.body, state: { values } },
  };
  const { status, text } = await slack.send(slack.sign(payload(content)));
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
  await bearer.report({ what: typed, where: MARK });
  await bearer.scene.settle();
  const record = (await bearer.all()).at(-1);
  expect(record).toMatchObject({ data: { what: kept } });
  expect(record?.effects).toEqual([]);
  const cards = bearer.seated.slack.world.messages.filter((message) => textOf(message).includes(record?.number ?? '-'));
  expect(cards.length).toBeGreaterThan(0);
  for (const card of cards) {
    expect(JSON.stringify(card.blocks)).not.toMatch(
      /"mrkdwn","text":"[^"]*<[!@h]|"type":"(broadcast|usergroup)"|U0MALI"/,
    );
    expect(card.text).not.toMatch(/<[!@]/);
  }
});

test.each<[string, () => Promise<{ readonly status: number }>]>([
  [
    'a command',
    () => bearer.seated.slack.slash(bearer.user('li-na'), '/qm', `${MARK.repeat(7_999)}`, bearer.seated.seats.channel),
  ],
  ['a message', () => bearer.seated.slack.say(bearer.user('li-na'), MARK.repeat(8_000))],
])('40 000 characters in %s are answered shortly', async (_, act) => {
  const direct = directChannel(bearer.seated.slack.world, bearer.user('li-na')).id;
  const known =
    bearer.seated.slack.messagesIn(direct).length + bearer.seated.slack.shownTo(bearer.user('li-na')).length;
  expect((await act()).status).toBe(200);
  const answer = await eventually(() => {
    expect(
      bearer.seated.slack.messagesIn(direct).length + bearer.seated.slack.shownTo(bearer.user('li-na')).length,
    ).toBe(known + 1);
    return [...bearer.seated.slack.messagesIn(direct), ...bearer.seated.slack.shownTo(bearer.user('li-na'))].map(
      textOf,
    );
  });
  expect(Math.max(...answer.map((text) => text.length))).toBeLessThan(10_000);
  await expectUnchanged();
});

test('what nobody knows how to do is answered with what can be done', async () => {
  const { slack, seats } = bearer.seated;
  for (const said of [
    'fly',
    'show',
    'show FD-0',
    'list; drop',
    '__proto__',
    'constructor',
    '审批通过 FD-2026-0002 now!',
  ]) {
    const { status, text } = await slack.slash(bearer.user('li-na'), '/finding', said, seats.channel);
    expect(status).toBe(200);
    expect(text).not.toBe('');
  }
  await expectUnchanged();
});

test('a form that comes after another user has issued the finding says who was first', async () => {
  const { slack } = bearer.seated;
  await bearer.report({ what: `${MARK} 先后`, where: '3号机房' });
  await bearer.scene.settle();
  const number = (await bearer.all()).at(-1)?.number ?? '';
  const answers = { title: 'x', kind: 'minor', department: 'omd', criterion: '4.2', source: 'spotCheck' };
  const forms = [];
  for (const person of ['li-na', 'chen-jing']) {
    expect((await slack.press(bearer.user(person), bearer.cardOf(number), 'finding.issue')).status).toBe(200);
    forms.push(slack.openView(bearer.user(person)));
  }
  const [first, second] = forms;
  if (!first || !second) throw new Error('two forms were to be open');
  expect((await slack.submitView(bearer.user('chen-jing'), second, answers)).errors).toEqual({});
  const late = await bearer.told(bearer.user('li-na'), () => slack.submitView(bearer.user('li-na'), first, answers));
  expect(late).toContain('不用再处理了');
  expect((await bearer.all()).at(-1)).toMatchObject({ number, state: 'issued', version: 2 });
});
