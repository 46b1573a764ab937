import type { IncomingMessage, ServerResponse } from 'node:http';
import { createFaults, type Fault, type Faults } from './faults.ts';
import { serveFile, takeUpload } from './files.ts';
import { answerBadly } from './go-wrong.ts';
import { type Arguments, methods } from './methods.ts';
import { Refusal } from './refusal.ts';
import { respondTo } from './response-urls.ts';
import type { World } from './world.ts';

/** A call that came in, for tests to look at. */
export interface Call {
  readonly method: string;
  readonly args: Arguments;
}

/** What a bot and an app prove themselves with. */
interface Tokens {
  readonly botToken: string;
  readonly appToken: string;
}

export interface Service extends Faults {
  readonly calls: Call[];
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** The Web API at `/api/METHOD` and response URLs at `/response/ID`. */
export function createService(world: World, tokens: Tokens): Service {
  const calls: Call[] = [];
  const faults = createFaults();
  return {
    ...faults,
    calls,
    async serve(request, response) {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      const bytes = await readBody(request);
      const body = bytes.toString();
      const answered = path.match(/^\/response\/(\w+)$/);
      if (answered?.[1] !== undefined) {
        const status = respondTo(world, answered[1], body);
        return send(response, status, status === 200 ? { ok: true } : { ok: false });
      }
      const uploaded = path.match(/^\/upload\/(\w+)$/)?.[1];
      if (uploaded !== undefined) return takeUpload(world, uploaded, bytes, response);
      const wanted = path.match(/^\/files-pri\/\w+-(\w+)\//)?.[1];
      if (wanted !== undefined) {
        const fault = faults.take('download');
        const early = fault && faultBefore(fault);
        if (early === 'drop') return void request.socket.destroy();
        if (early) return send(response, early.status, early.body, early.headers);
        return serveFile(world, request, response, { id: wanted, botToken: tokens.botToken, fault });
      }
      const method = path.replace(/^\/api\//, '');
      const args = readArguments(body, request.headers['content-type']);
      calls.push({ method, args });
      const fault = faults.take(method);
      const early = fault && faultBefore(fault);
      if (early === 'drop') return void request.socket.destroy();
      if (early) return send(response, early.status, early.body, early.headers);
      const result = carryOut(world, tokens, request, method, args);
      if (fault) return answerBadly(fault, { request, response, text: JSON.stringify(result) });
      send(response, 200, result);
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

/** A fault that keeps the call from being carried out, as an answer. */
function faultBefore(fault: Fault): Answer | 'drop' | undefined {
  if (fault.kind === 'dropBefore') return 'drop';
  if (fault.kind === 'status') return { status: fault.status, body: 'unavailable' };
  if (fault.kind === 'redirect')
    return { status: fault.status, body: '', headers: { location: 'http://127.0.0.1:9/' } };
  if (fault.kind === 'error') return { status: 200, body: { ok: false, error: fault.code } };
  if (fault.kind !== 'rateLimited') return undefined;
  const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  return { status: 429, body: { ok: false, error: 'ratelimited' }, headers };
}

/** https://docs.slack.dev/reference/methods/auth.test#errors (2026-11-23): `not_authed`, `invalid_auth`. */
function carryOut(
  world: World,
  { botToken, appToken }: Tokens,
  request: IncomingMessage,
  name: string,
  args: Arguments,
): unknown {
  try {
    const token = request.headers.authorization?.replace(/^Bearer /, '');
    if (token === undefined) throw new Refusal('not_authed');
    if (name === 'apps.connections.open') {
      // https://docs.slack.dev/reference/methods/apps.connections.open#errors (2026-11-23)
      if (token !== appToken) throw new Refusal('invalid_auth');
      return { ok: true, url: `ws://${request.headers.host}/socket` };
    }
    if (token !== botToken) throw new Refusal('invalid_auth');
    const method = methods[name];
    if (method === undefined) throw new Refusal('unknown_method');
    return { ok: true, ...method(world, args) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, error: error.code, response_metadata: { messages: error.details } };
  }
}

/** Form fields, with JSON where a field holds an object or a list; or a JSON body. */
function readArguments(body: string, contentType = ''): Arguments {
  if (contentType.includes('json')) return Object(JSON.parse(body || '{}'));
  const fields = [...new URLSearchParams(body)];
  return Object.fromEntries(
    fields.map(([name, value]) => [name, /^(blocks|view|metadata)$/.test(name) ? JSON.parse(value) : value]),
  );
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
