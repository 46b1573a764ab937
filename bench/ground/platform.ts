/**
 * A chat platform that accepts everything at once, so that the bot is measured and not the tests' stub, which checks
 * every card: `node --import tsx bench/ground/platform.ts`. `GET /calls` returns the calls since the last query, by method;
 * `GET /last?PATTERN` the body of the last call whose path matches.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

let count = 0;
let calls: Record<string, number> = {};
const bodies = new Map<string, readonly Buffer[]>();

const answers: readonly (readonly [RegExp, () => unknown])[] = [
  [
    /auth\.test/,
    () => ({
      ok: true,
      team_id: 'T0001',
      user_id: 'U0BOT',
      bot_id: 'B0BOT',
      user: 'qmbot',
      url: 'https://example.slack.com/',
    }),
  ],
  [/views\./, () => ({ ok: true, view: { id: `V${++count}`, hash: 'h' } })],
  [/conversations\.open/, () => ({ ok: true, channel: { id: `D${++count}` } })],
  [/\/api\//, () => ({ ok: true, channel: 'C0QUALITY', ts: `${Date.now() / 1000}${++count}`, messages: [] })],
  [/tenant_access_token/, () => ({ code: 0, msg: 'ok', tenant_access_token: 't-bench', expire: 7200 })],
  [/bot\/v3\/info/, () => ({ code: 0, msg: 'ok', bot: { open_id: 'ou_bot', app_name: 'qmbot' } })],
  [/open-apis/, () => ({ code: 0, msg: 'ok', data: { message_id: `om_${++count}`, chat_id: 'oc_direct', items: [] } })],
];

const answer = (response: ServerResponse, content: unknown) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(content));

function lastBody(pattern: string): string {
  const [, body = []] = [...bodies].find(([path]) => new RegExp(pattern).test(path)) ?? [];
  return Buffer.concat(body).toString();
}

const server = createServer((request, response) => {
  const body: Buffer[] = [];
  request.on('data', (chunk: Buffer) => body.push(chunk));
  request.on('end', () => {
    const [path = '', query = ''] = (request.url ?? '').split('?');
    if (path === '/last') return void response.end(lastBody(decodeURIComponent(query)));
    if (path === '/calls') {
      answer(response, calls);
      calls = {};
      return;
    }
    const method = path.replace(/(\/messages\/)[^/]+/, '$1ID');
    calls[method] = (calls[method] ?? 0) + 1;
    bodies.set(method, body);
    answer(response, answers.find(([known]) => known.test(path))?.[1]() ?? { ok: true });
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port} \n`);
});
