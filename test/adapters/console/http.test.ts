import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { words } from '../../../src/chat/text.ts';
import { type OpenConsoleAdapter, openConsoleAdapter } from '../../worlds/console.ts';

const card: Card = { title: 'FD-1', tone: 'action', summary: 'FD-1', blocks: [] };
const id = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
const command = { id, as: 'li-na', space: 'quality', kind: 'command', text: '/finding new' };
const press = { id, as: 'li-na', space: 'quality', kind: 'press', action: 'finding.approve', value: { round: 1 } };
const submit = { id, as: 'li-na', space: 'quality', kind: 'submit', form: 'finding.new', context: {}, fields: [] };

let opened: OpenConsoleAdapter;
let received: Interaction[];
let reply: () => Promise<Reply>;

beforeEach(async () => {
  received = [];
  reply = async () => ({ kind: 'nothing' });
  opened = await openConsoleAdapter((interaction) => {
    received.push(interaction);
    return reply();
  });
});
afterEach(() => opened.close());

const ownPage = { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' };

const get = (url: string, headers: Record<string, string> = {}) =>
  opened.http.inject({ url, headers: { host: '127.0.0.1:3000', ...headers } });
const post = (payload: string | object, headers: Record<string, string> = {}) =>
  opened.http.inject({
    method: 'POST',
    url: '/console/api/interactions',
    headers: { 'content-type': 'application/json', ...ownPage, ...headers },
    payload,
  });

describe('the page', () => {
  test('is where / leads', async () => {
    const answer = await get('/');
    expect([answer.statusCode, answer.headers.location]).toEqual([302, '/console']);
  });

  test('offers everybody and the stranger, in the language asked for', async () => {
    const page = await get('/console', { 'accept-language': 'en-GB,en;q=0.9' });
    expect(page.body).toContain('<html lang="en">');
    const addresses = [...page.body.matchAll(/class="person-choice" href="([^"]*)"/g)].map((match) => match[1]);
    expect(addresses).toEqual(
      ['li-na', 'zhou-min', 'zhang-wei', 'tom', 'wang-fang', 'stranger'].map((as) => `/console?as=${as}`),
    );
  });

  test('speaks the language of the person, unless another is asked for', async () => {
    expect((await get('/console?as=tom')).body).toContain('<html lang="en">');
    expect((await get('/console?as=li-na')).body).toContain('<html lang="zh-CN">');
    expect((await get('/console?as=li-na&lang=en')).body).toContain('<html lang="en">');
  });

  test('goes back to the choice for an unknown person', async () => {
    expect((await get('/console?as=mallory')).body).toContain('class="person-choice"');
  });

  test('shows the messages of the space that is open, and of no other', async () => {
    await opened.adapter.post({ kind: 'channel', channel: 'quality' }, { ...card, title: 'in quality' }, 'a', 'en');
    await opened.adapter.post({ kind: 'user', userId: 'li-na' }, { ...card, title: 'to Li Na' }, 'b', 'en');
    const page = (await get('/console?as=tom&space=quality')).body;
    expect(page).toContain('in quality');
    expect(page).not.toContain('to Li Na');
    expect((await get('/console?as=tom&space=direct:li-na')).body).not.toContain('to Li Na');
  });

  test('forbids everything from outside and every inline script', async () => {
    const { headers, body } = await get('/console?as=li-na');
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(body).not.toMatch(/<script(?! type="module" src="\/console\/assets\/)/);
    expect(body).not.toMatch(/<style|\sstyle=|\son\w+=/);
    expect(body.match(/(?:src|href)="(?!\/console)[^"#]/g)).toBeNull();
  });

  test('serves its files with their types, and no other file', async () => {
    const script = await get('/console/assets/page.js');
    expect([script.statusCode, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    const again = await get('/console/assets/page.js', { 'if-none-match': String(script.headers.etag) });
    expect(again.statusCode).toBe(304);
    for (const path of ['render-page.ts', '..%2fguard.ts', '../../../package.json']) {
      expect((await get(`/console/assets/${path}`)).statusCode).toBe(404);
    }
  });
});

describe('an interaction', () => {
  test('is handed on, and its reply is drawn', async () => {
    reply = async () => ({ kind: 'toast', tone: 'good', text: words('<b>'), refresh: card });
    const answer = await post(command);
    expect(received).toMatchObject([{ id, kind: 'command', noun: 'finding', text: 'new', userId: 'li-na' }]);
    expect(answer.json()).toMatchObject({ kind: 'toast', tone: 'good', html: '&lt;b&gt;' });
    expect(answer.json().refresh).toMatch(/^<article class="card"/);
  });

  test('comes from a stranger too', async () => {
    await post({ ...command, as: 'stranger', space: 'direct:stranger' });
    expect(received).toMatchObject([{ userId: 'stranger', direct: true }]);
  });

  test('names the place of a card that stands where the visitor is', async () => {
    const sent = await opened.adapter.post({ kind: 'channel', channel: 'quality' }, card, 'a', 'en');
    const place = sent.outcome === 'sent' ? sent.place : undefined;
    await post({ ...press, message: place?.message });
    expect(received).toMatchObject([{ kind: 'press', place }]);
  });

  test.each([
    ['somebody nobody knows', { ...command, as: 'mallory' }, 403, 'unknownPerson'],
    ["another's direct conversation", { ...command, space: 'direct:tom' }, 404, 'unknownSpace'],
    ['a channel that is not there', { ...command, space: 'nowhere' }, 404, 'unknownSpace'],
    ['a message that is not there', { ...press, message: 'm1' }, 404, 'unknownMessage'],
    ['an id that is no UUID', { ...command, id: '1' }, 400, 'invalid'],
    ['no text', { ...command, text: '  ' }, 400, 'invalid'],
    ['a text that is too long', { ...command, text: 'x'.repeat(40_001) }, 400, 'invalid'],
    ['a kind there is none of', { ...command, kind: 'admin' }, 400, 'invalid'],
    ['a property there is none of', { ...command, userId: 'tom' }, 400, 'invalid'],
    ['an operator as a person', { ...command, as: { $ne: '' } }, 400, 'invalid'],
    ['an operator as a value', { ...press, value: { record: { $gt: '' } } }, 400, 'invalid'],
    ['a value that is too long', { ...press, value: { record: 'x'.repeat(301) } }, 400, 'invalid'],
    ['a field with an odd name', { ...submit, fields: [{ name: '$where', kind: 'text', values: [] }] }, 400, 'invalid'],
    ['a field of no kind', { ...submit, fields: [{ name: 'a', kind: 'file', values: [] }] }, 400, 'invalid'],
    ['values that are no texts', { ...submit, fields: [{ name: 'a', kind: 'text', values: [1] }] }, 400, 'invalid'],
    ['too many fields', { ...submit, fields: Array(11).fill({ name: 'a', kind: 'text', values: [] }) }, 400, 'invalid'],
    ['null', 'null', 400, 'invalid'],
    ['a list', '[]', 400, 'invalid'],
    ['no JSON', '{"id":', 400, 'invalid'],
    ['nothing', '', 400, 'invalid'],
    ['a poisoned prototype', `{"__proto__":{"as":"tom"},"id":"${id}"}`, 400, 'invalid'],
  ])('with %s is turned down', async (_what, payload, status, error) => {
    const answer = await post(payload);
    expect([answer.statusCode, answer.json()]).toEqual([status, { error }]);
    expect(received).toEqual([]);
  });

  test("with a card of another's conversation is turned down", async () => {
    const sent = await opened.adapter.post({ kind: 'user', userId: 'tom' }, card, 'a', 'en');
    const message = sent.outcome === 'sent' ? sent.place.message : '';
    expect((await post({ ...press, message })).json()).toEqual({ error: 'unknownMessage' });
    expect((await post({ ...press, message, space: 'direct:li-na' })).json()).toEqual({ error: 'unknownMessage' });
    expect(received).toEqual([]);
  });

  test('that is too large is turned down before it is read', async () => {
    const answer = await post({ ...command, text: 'x'.repeat(2_000_001) });
    expect([answer.statusCode, answer.json()]).toEqual([413, { error: 'tooLarge' }]);
  });

  test('that is no JSON by its own word is turned down', async () => {
    const answer = await post(JSON.stringify(command), { 'content-type': 'text/plain' });
    expect([answer.statusCode, answer.json()]).toEqual([415, { error: 'invalid' }]);
  });

  test.each([
    ["another site's page", { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a page on another port of this machine', { origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'same-site' }],
    ['a page without an origin', { origin: 'null' }],
    ['a name that was made to lead here', { host: 'evil.example:3000', origin: 'http://evil.example:3000' }],
    ['a name that begins like ours', { host: '127.0.0.1.evil.example', origin: 'http://127.0.0.1.evil.example' }],
  ])('from %s is refused', async (_what, headers) => {
    const answer = await post(command, headers);
    expect([answer.statusCode, answer.json()]).toEqual([403, { error: 'foreign' }]);
    expect(received).toEqual([]);
  });

  test('without an origin is refused', async () => {
    const { origin: _, ...headers } = ownPage;
    const answer = await opened.http.inject({
      method: 'POST',
      url: '/console/api/interactions',
      headers,
      payload: command,
    });
    expect(answer.statusCode).toBe(403);
  });

  test('gets a number to ask about, and no words of ours, when the handler fails', async () => {
    reply = async () => {
      throw new Error('the database said something private');
    };
    const answer = await post(command);
    const { error, reference } = answer.json();
    expect([answer.statusCode, error]).toEqual([500, 'internal']);
    expect(answer.body).not.toContain('private');
    expect(opened.logged.join('\n')).toContain(reference);
    expect(opened.logged.join('\n')).not.toContain('/finding new');
  });
});

describe('reading', () => {
  test('gives a conversation in parts to who may see it', async () => {
    for (let n = 1; n <= 61; n += 1) {
      await opened.adapter.post(
        { kind: 'channel', channel: 'quality' },
        { ...card, title: `card ${n}.` },
        `k${n}`,
        'en',
      );
    }
    const end = (await get('/console/api/conversation?as=li-na&space=quality')).json();
    expect([end.more, end.html.includes('card 61.'), end.html.includes('card 1.')]).toEqual([true, true, false]);
    const rest = (await get('/console/api/conversation?as=li-na&space=quality&before=2')).json();
    expect([rest.more, rest.html.includes('card 1.'), rest.html.includes('card 2.')]).toEqual([false, true, false]);
  });

  test.each([
    ['/console/api/conversation?as=tom&space=direct:li-na', 404],
    ['/console/api/conversation?as=tom', 400],
    ['/console/api/conversation?as=tom&space=quality&before=-1', 400],
    ['/console/api/events?as=mallory&since=0', 403],
    ['/console/api/events?as=tom&since=x', 400],
  ])('%s is turned down with %i', async (url, status) => {
    expect((await get(url)).statusCode).toBe(status);
  });

  test("is refused to another site's page", async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await get('/console/api/conversation?as=tom&space=quality', headers)).statusCode).toBe(403);
    expect((await get('/console', { host: 'evil.example' })).statusCode).toBe(403);
  });
});
