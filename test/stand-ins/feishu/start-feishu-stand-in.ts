import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import type { Clock } from '../../../src/clock.ts';
import { type Call, carryOut } from './api.ts';
import { type Fault, Faults } from './faults.ts';
import type { Filled } from './fill-form.ts';
import { type Answered, goWrong, send } from './go-wrong.ts';
import { type Action, pressOf, type Seen, submitOf, takeAnswer } from './hands.ts';
import { createLongConnection, type LongConnection } from './long-connection.ts';
import { type PushAnswer, push, type Tampering } from './push.ts';
import { Refusal } from './refusal.ts';
import { resourceOf } from './resources.ts';
import { createTalk, type Pushed, type Talk } from './talk.ts';
import { Tokens } from './tokens.ts';
import { takePicture, takeUpload } from './uploads.ts';
import { type Message, World } from './world.ts';

export interface StandInOptions {
  readonly clock: Clock;
  readonly appId: string;
  readonly appSecret: string;
  readonly encryptKey: string;
  readonly verificationToken: string;
  readonly tenantKey: string;
}

/** A real HTTP server in the place of open.feishu.cn, and the people who use it. */
export interface FeishuStandIn extends Talk {
  /** For `FEISHU_DOMAIN`. */
  readonly url: string;
  readonly world: World;
  readonly tokens: Tokens;
  readonly faults: Faults;
  /** Every call that came: `METHOD /path`. */
  readonly calls: readonly string[];
  /** Where the app takes events; while it is empty, they go over the long connection. */
  eventsUrl: string;
  readonly long: LongConnection;
  failNext(call: string, fault: Fault): void;
  /** How many connections stand. */
  connections(): Promise<number>;
  press(openId: string, message: Message, label: string): Promise<Seen>;
  submitForm(openId: string, message: Message, values: Filled): Promise<Seen>;
  /** A callback of any content. */
  act(openId: string, message: Message, action: Action): Promise<Seen & Pushed>;
  /** Pushes anything, honestly or tampered with. */
  push(event: unknown, tampering?: Tampering): Promise<PushAnswer | null>;
  close(): Promise<void>;
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

type Take = (...upload: Parameters<typeof takeUpload>) => object;

/** What takes uploads in, by path. */
const takers: Readonly<Record<string, Take>> = {
  '/open-apis/im/v1/files': takeUpload,
  '/open-apis/im/v1/images': takePicture,
};

/** Starts the stand-in on a free port of 127.0.0.1. */
export async function startFeishuStandIn(options: StandInOptions): Promise<FeishuStandIn> {
  const { clock, appId, tenantKey, verificationToken } = options;
  const world = new World(clock, appId);
  const tokens = new Tokens(clock, appId, options.appSecret);
  const faults = new Faults();
  const calls: string[] = [];

  function answer(call: Call, authorization: string | undefined, upload: (take: Take) => object): Answered {
    try {
      if (call.path === '/open-apis/auth/v3/tenant_access_token/internal') {
        return { status: 200, body: { code: 0, msg: 'ok', ...tokens.give(call.body) } };
      }
      if (call.path === '/callback/ws/endpoint') {
        return { status: 200, body: { code: 0, msg: 'ok', data: long.endpoint(address().port) } };
      }
      tokens.check(authorization);
      const take = takers[call.path];
      if (take) return { status: 200, body: { code: 0, msg: 'success', ...upload(take) } };
      const [, message, key] = /^\/open-apis\/im\/v1\/messages\/([^/]+)\/resources\/([^/]+)$/.exec(call.path) ?? [];
      if (message !== undefined && key !== undefined) {
        return { status: 200, body: resourceOf(world, message, key, call.query.get('type')) };
      }
      return { status: 200, body: { code: 0, msg: 'success', ...carryOut(world, call) } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return {
        status: error.status,
        body: { code: error.code, msg: error.message, error: { troubleshooter: error.page } },
        headers: error.headers,
      };
    }
  }

  const server = createServer((request, response) => {
    void read(request).then((bytes) => {
      const body = bytes.toString('utf8');
      const url = new URL(request.url ?? '/', 'http://localhost');
      const call = { method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, body };
      const name = `${call.method} ${call.path}`;
      calls.push(name);
      const fault = faults.take(name);
      const upload = (take: Take) => ({ data: take(world, bytes, request.headers['content-type'] ?? '') });
      const carry = () => answer(call, request.headers.authorization, upload);
      if (fault && goWrong(fault, { request, response, tokens, answer: carry })) return;
      send(response, carry());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const long = createLongConnection(server);
  function address(): AddressInfo {
    const bound = server.address();
    if (bound === null || typeof bound === 'string') throw new Error('no port');
    return bound;
  }

  const header = (type: string) => ({
    event_id: world.nextId('ev'),
    event_type: type,
    create_time: String(world.now()),
    token: verificationToken,
    app_id: appId,
    tenant_key: tenantKey,
  });
  const tenantOf = (openId: string) => world.people.get(openId)?.tenantKey ?? tenantKey;
  const deliver = (event: unknown, tampering: Tampering = {}, timeoutMs = 10_000) =>
    standIn.eventsUrl === ''
      ? long.push(event, timeoutMs)
      : push({ url: standIn.eventsUrl, encryptKey: options.encryptKey, clock }, event, tampering, timeoutMs);

  const standIn: FeishuStandIn = {
    url: `http://127.0.0.1:${address().port}`,
    world,
    tokens,
    faults,
    calls,
    eventsUrl: '',
    long,
    failNext: (call, fault) => faults.failNext(call, fault),
    connections: () => promisify(server.getConnections.bind(server))(),
    ...createTalk(world, { tenantOf, header, deliver }),
    async act(openId, message, action) {
      // A card takes presses for 14 days. https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-structure (2026-11-23)
      if (world.now() - message.createdAt > 14 * 24 * 3_600_000) throw new Error('the card is too old to be pressed');
      const event = {
        schema: '2.0',
        header: header('card.action.trigger'),
        event: {
          operator: { tenant_key: tenantOf(openId), open_id: openId },
          token: `c-${message.id}`,
          action: { timezone: 'Asia/Shanghai', ...action },
          host: 'im_message',
          context: { open_message_id: message.id, open_chat_id: message.chat },
        },
      };
      const answered = await deliver(event, {}, 3_000);
      return { ...takeAnswer(world, message, answered), event, answer: answered };
    },
    press: (openId, message, label) => standIn.act(openId, message, pressOf(message, label)),
    submitForm: (openId, message, values) => standIn.act(openId, message, submitOf(message, values)),
    push: (event, tampering) => deliver(event, tampering),
    async close() {
      long.drop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return standIn;
}
