import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantResponseUrl } from './response-urls.ts';
import { type SlackStandIn, startSlack } from './start-slack.ts';
import { grantTrigger } from './world.ts';

let now = Date.parse('2026-11-23T09:00:00Z');
let slack: SlackStandIn;
beforeAll(async () => {
  slack = await startSlack({
    clock: { now: () => new Date(now) },
    users: [{ id: 'U1', name: 'A' }],
    channels: [
      { id: 'C1', joined: true },
      { id: 'C2', joined: false },
    ],
  });
});
afterAll(() => slack.close());

async function call(method: string, args: object, token = slack.botToken): Promise<{ ok: boolean; error?: string }> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(`${slack.apiUrl}${method}`, { method: 'POST', headers, body: JSON.stringify(args) });
  return Object(await response.json());
}
const plain = (text: string) => ({ type: 'plain_text', text });
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: plain('x'), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const section = (more: object = {}) => ({ type: 'section', text: plain('x'), ...more });
const input = (element: object, more: object = {}) => ({
  type: 'input',
  label: plain('x'),
  element: { action_id: 'a', ...element },
  ...more,
});
const option = (value: string, text = 'x') => ({ text: plain(text), value });
const options = (count: number) => Array.from({ length: count }, (_, index) => option(`v${index}`));
const long = (length: number) => 'x'.repeat(length);

test.each([
  ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' }))],
  ['an unknown block', [{ type: 'carousel-of-doom' }]],
  ['an unknown property', [section({ colour: 'red' })]],
  ['a header of 151 characters', [{ type: 'header', text: plain(long(151)) }]],
  ['a header in mrkdwn', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }]],
  ['a text of 3 001 characters', [section({ text: plain(long(3001)) })]],
  ['an empty text', [section({ text: plain('') })]],
  ['a section without text or fields', [{ type: 'section' }]],
  ['eleven fields', [section({ fields: Array.from({ length: 11 }, () => plain('x')) })]],
  ['a field of 2 001 characters', [section({ fields: [plain(long(2001))] })]],
  ['eleven elements of a context', [{ type: 'context', elements: Array.from({ length: 11 }, () => plain('x')) }]],
  ['26 buttons in a row', [actions(...Array.from({ length: 26 }, (_, index) => button({ action_id: `a${index}` })))]],
  ['an action_id twice in a block', [actions(button(), button())]],
  ['a block_id twice', [section({ block_id: 'b' }), section({ block_id: 'b' })]],
  ['an action_id of 256 characters', [actions(button({ action_id: long(256) }))]],
  ['a button of 76 characters', [actions(button({ text: plain(long(76)) }))]],
  ['a value of 2 001 characters', [actions(button({ value: long(2001) }))]],
  ['a style there is not', [actions(button({ style: 'warning' }))]],
  ['rich text with mrkdwn in it', [{ type: 'rich_text', elements: [{ type: 'mrkdwn', text: 'x' }] }]],
])('refuses a message with %s', async (_, blocks) => {
  expect(await call('chat.postMessage', { channel: 'C1', text: 'x', blocks })).toMatchObject({
    ok: false,
    error: 'invalid_blocks',
  });
});

test.each([
  ['chat.postMessage', { channel: 'C9', text: 'x' }, 'channel_not_found'],
  ['chat.postMessage', { channel: 'C2', text: 'x' }, 'not_in_channel'],
  ['chat.postMessage', { channel: 'C1', text: '' }, 'no_text'],
  ['chat.postMessage', { channel: 'C1', text: long(40_001) }, 'msg_too_long'],
  [
    'chat.postMessage',
    { channel: 'C1', text: 'x', blocks: Array.from({ length: 5 }, () => section({ text: plain(long(3000)) })) },
    'msg_blocks_too_long',
  ],
  ['chat.postMessage', { channel: 'C1', text: 'x', metadata: { event_type: '' } }, 'invalid_metadata_schema'],
  ['chat.postEphemeral', { channel: 'C1', user: 'U9', text: 'x' }, 'user_not_in_channel'],
  ['chat.update', { channel: 'C1', ts: '1.1', text: 'x' }, 'message_not_found'],
  ['views.open', { trigger_id: 'made.up', view: {} }, 'invalid_trigger_id'],
  ['views.update', { view_id: 'V9', view: {} }, 'not_found'],
  ['views.publish', { user_id: 'U9', view: { type: 'home', blocks: [] } }, 'invalid_arguments'],
  ['views.publish', { user_id: 'U1', view: { type: 'modal', blocks: [] } }, 'invalid_arguments'],
  [
    'views.publish',
    { user_id: 'U1', view: { type: 'home', blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) } },
    'invalid_arguments',
  ],
  ['conversations.open', { users: 'U9' }, 'user_not_found'],
  ['conversations.history', { channel: 'C2' }, 'not_in_channel'],
  ['users.info', { user: 'U9' }, 'user_not_found'],
  ['chat.postPoem', {}, 'unknown_method'],
] as const)('%s may meet $2', async (method, args, error) => {
  expect(await call(method, args)).toMatchObject({ ok: false, error });
});

test("refuses a token that is not the bot's", async () => {
  expect(await call('auth.test', {}, 'xoxb-other')).toMatchObject({ ok: false, error: 'invalid_auth' });
});

const view = (more: object = {}) => ({
  type: 'modal',
  title: plain('x'),
  submit: plain('x'),
  blocks: [section()],
  ...more,
});
const open = (body: object) => call('views.open', { trigger_id: grantTrigger(slack.world, 'U1'), view: body });

test.each([
  ['a title of 25 characters', view({ title: plain(long(25)) })],
  ['a submit of 25 characters', view({ submit: plain(long(25)) })],
  ['101 blocks', view({ blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) })],
  ['3 001 characters of private metadata', view({ private_metadata: long(3001) })],
  ['an input and no submit', view({ submit: undefined, blocks: [input({ type: 'plain_text_input' })] })],
  [
    'an initial text beyond its most',
    view({ blocks: [input({ type: 'plain_text_input', max_length: 2, initial_value: 'xxx' })] }),
  ],
  ['a most of 3 001 characters', view({ blocks: [input({ type: 'plain_text_input', max_length: 3001 })] })],
  ['101 options', view({ blocks: [input({ type: 'static_select', options: options(101) })] })],
  ['no options', view({ blocks: [input({ type: 'static_select', options: [] })] })],
  [
    'options and groups',
    view({
      blocks: [
        input({
          type: 'static_select',
          options: options(1),
          option_groups: [{ label: plain('x'), options: options(1) }],
        }),
      ],
    }),
  ],
  [
    'an option of 76 characters',
    view({ blocks: [input({ type: 'static_select', options: [option('v', long(76))] })] }),
  ],
  [
    'an option value of 151 characters',
    view({ blocks: [input({ type: 'static_select', options: [option(long(151))] })] }),
  ],
  [
    'an initial option that is not offered',
    view({ blocks: [input({ type: 'static_select', options: options(1), initial_option: option('other') })] }),
  ],
  ['eleven radio buttons', view({ blocks: [input({ type: 'radio_buttons', options: options(11) })] })],
  ['a date that is none', view({ blocks: [input({ type: 'datepicker', initial_date: '23.11.2026' })] })],
  [
    'a number out of its range',
    view({ blocks: [input({ type: 'number_input', is_decimal_allowed: true, initial_value: '5', max_value: '4' })] }),
  ],
  ['a hint of 2 001 characters', view({ blocks: [input({ type: 'plain_text_input' }, { hint: plain(long(2001)) })] })],
])('refuses a view with %s', async (_, body) => {
  expect(await open(body)).toMatchObject({ ok: false, error: 'invalid_arguments' });
});

test('a trigger opens one view, within three seconds', async () => {
  const used = grantTrigger(slack.world, 'U1');
  expect(await call('views.open', { trigger_id: used, view: view() })).toMatchObject({ ok: true });
  expect(await call('views.open', { trigger_id: used, view: view() })).toMatchObject({ error: 'exchanged_trigger_id' });
  const late = grantTrigger(slack.world, 'U1');
  now += 3_001;
  expect(await call('views.open', { trigger_id: late, view: view() })).toMatchObject({ error: 'expired_trigger_id' });
});

test('an app without a home publishes none', async () => {
  slack.world.homeEnabled = false;
  const home = { type: 'home', blocks: [] };
  expect(await call('views.publish', { user_id: 'U1', view: home })).toMatchObject({ error: 'not_enabled' });
  slack.world.homeEnabled = true;
  expect(await call('views.publish', { user_id: 'U1', view: home })).toMatchObject({ ok: true });
});

test('a response URL works five times, within thirty minutes', async () => {
  const url = (id: string) => slack.apiUrl.replace(/api\/$/, `response/${id}`);
  const respond = async (id: string) =>
    (await fetch(url(id), { method: 'POST', body: JSON.stringify({ text: 'x' }) })).status;
  const often = grantResponseUrl(slack.world, 'U1', 'C1');
  const statuses = [];
  for (let count = 0; count < 6; count += 1) statuses.push(await respond(often));
  expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  const late = grantResponseUrl(slack.world, 'U1', 'C1');
  now += 30 * 60_000 + 1;
  expect(await respond(late)).toBe(404);
});
