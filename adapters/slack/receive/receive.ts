import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { parse } from 'node:querystring';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Clock } from '../../../src/clock.ts';
import { BODY_LIMIT_BYTES, CLOCK_TOLERANCE_MS } from '../limits.ts';
import { schemas } from '../schema.ts';

/** A raw request: the signature covers its bytes. */
interface Signed {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Why a request is not a valid one from Slack right now, or null. Bolt's own check accepts requests from the future.
 * https://docs.slack.dev/authentication/verifying-requests-from-slack (2026-12-01)
 */
function verifySignature(
  { headers, body }: Signed,
  signingSecret: string,
  now: Date,
): 'unsigned' | 'stale' | 'forged' | null {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp } = headers;
  if (typeof signature !== 'string' || typeof timestamp !== 'string' || !/^\d{1,15}$/.test(timestamp))
    return 'unsigned';
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > CLOCK_TOLERANCE_MS) return 'stale';
  const expected = createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest();
  const [, hash] = /^v0=([0-9a-f]{64})$/.exec(signature) ?? [];
  return hash !== undefined && timingSafeEqual(Buffer.from(hash, 'hex'), expected) ? null : 'forged';
}

/** What receiving over HTTP needs. */
export interface Receiving {
  readonly http: FastifyInstance;
  readonly signingSecret: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** False before the start and after the stop: Slack is then asked to retry. */
  readonly isOpen: () => boolean;
  /** Processes a request whose shape was checked, and returns the response to Slack: nothing, text, or a value to serialize as JSON. */
  readonly take: (content: Content) => Promise<unknown>;
}

type Content = Readonly<Record<string, unknown>>;
type Read = { readonly content: Content } | { readonly status: 400 | 401 | 503; readonly why: string };

/** Mounts `POST /slack/events`: verifies a request, parses it, and responds once it has been processed. */
export async function mountSlackEvents(receiving: Receiving): Promise<void> {
  await receiving.http.register((scope, _, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT_BYTES }, (_request, body, next) => {
      next(null, body);
    });
    scope.post('/slack/events', async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      // Unsigned: https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling (2026-12-01)
      if (isForm(request) && body.toString() === 'ssl_check=1') return reply.send();
      const read = readRequest(receiving, request, body);
      if ('why' in read) {
        receiving.log.warn(read, 'a Slack request was refused');
        return reply.code(read.status).send({ error: read.why });
      }
      const { content } = read;
      if (content.type === 'url_verification') return reply.send({ challenge: content.challenge });
      try {
        return reply.send((await receiving.take(content)) || undefined);
      } catch {
        // Logged where it occurred: see listen.ts.
        return reply.code(500).send();
      }
    });
    done();
  });
}

const FORM = 'application/x-www-form-urlencoded';

/** A proxy may have added a charset. */
function isForm(request: FastifyRequest): boolean {
  const type = request.headers['content-type'];
  return type === FORM || type?.split(';')[0]?.trim().toLowerCase() === FORM;
}

function readRequest({ isOpen, signingSecret, clock }: Receiving, request: FastifyRequest, body: Buffer): Read {
  if (!isOpen()) return { status: 503, why: 'not started' };
  const unverified = verifySignature({ headers: request.headers, body }, signingSecret, clock.now());
  if (unverified) return { status: 401, why: unverified };
  const content = readContent(body.toString(), isForm(request));
  // Bolt trusts the shape of its input.
  return isRequest(content) ? { content } : { status: 400, why: 'malformed' };
}

const isRequest = (content: unknown): content is Content => schemas.request.safeParse(content).success;

/** A request's content, or undefined if it cannot be parsed. */
function readContent(body: string, form: boolean): unknown {
  try {
    if (!form) return JSON.parse(body);
    const fields = parse(body);
    return typeof fields.payload === 'string' ? JSON.parse(fields.payload) : fields;
  } catch {
    return undefined;
  }
}
