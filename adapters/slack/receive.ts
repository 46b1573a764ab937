import { parse } from 'node:querystring';
import { type HTTPReceiver, verifySlackRequest } from '@slack/bolt';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Clock } from '../../src/clock.ts';
import { BODY_LIMIT_BYTES, CLOCK_TOLERANCE_MS } from './limits.ts';
import { schemas } from './schema.ts';

/** What receiving over HTTP needs. */
export interface Receiving {
  readonly http: FastifyInstance;
  readonly receiver: HTTPReceiver;
  readonly signingSecret: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** False before the start and after the stop: then Slack is told to come again. */
  readonly isOpen: () => boolean;
}

type Refusal = { readonly status: 400 | 401 | 503; readonly why: string };

/**
 * Mounts `POST /slack/events`. A request is verified and its shape is checked before Bolt sees it: Bolt takes one from
 * the future, ends the process on a JSON `null`, and refuses a form whose content type names a charset.
 */
export async function mountSlackEvents(receiving: Receiving): Promise<void> {
  await receiving.http.register((scope, _, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT_BYTES }, (_request, body, next) => {
      next(null, body);
    });
    scope.post('/slack/events', async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      if (isForm(request) && body.toString() === 'ssl_check=1') return reply.code(200).send();
      const refusal = refuse(receiving, request, body);
      if (refusal) {
        receiving.log.warn(refusal, 'a Slack request was refused');
        return reply.code(refusal.status).send({ error: refusal.why });
      }
      if (isForm(request)) request.raw.headers['content-type'] = FORM;
      reply.hijack();
      receiving.receiver.requestListener(Object.assign(request.raw, { rawBody: body }), reply.raw);
    });
    done();
  });
}

const FORM = 'application/x-www-form-urlencoded';

function isForm(request: FastifyRequest): boolean {
  return request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() === FORM;
}

function refuse(receiving: Receiving, request: FastifyRequest, body: Buffer): Refusal | null {
  if (!receiving.isOpen()) return { status: 503, why: 'not started' };
  const unverified = verify(receiving, request, body.toString());
  if (unverified) return { status: 401, why: unverified };
  const content = readContent(body.toString(), isForm(request));
  if (!schemas.request.safeParse(content).success) return { status: 400, why: 'malformed' };
  return null;
}

/** Why a request may not come from Slack, or null. https://docs.slack.dev/authentication/verifying-requests-from-slack (2026-11-23) */
function verify({ signingSecret, clock }: Receiving, request: FastifyRequest, body: string): string | null {
  const signature = request.headers['x-slack-signature'];
  const timestamp = Number(request.headers['x-slack-request-timestamp'] ?? Number.NaN);
  if (typeof signature !== 'string' || !Number.isSafeInteger(timestamp)) return 'unsigned';
  const now = clock.now().getTime();
  if (Math.abs(now - timestamp * 1000) > CLOCK_TOLERANCE_MS) return 'stale';
  try {
    const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp };
    verifySlackRequest({ signingSecret, body, headers, nowMilliseconds: now });
    return null;
  } catch {
    return 'forged';
  }
}

/** A request's content as Bolt will read it, or undefined when it cannot be read. */
function readContent(body: string, form: boolean): unknown {
  try {
    if (!form) return JSON.parse(body);
    const fields = parse(body);
    return typeof fields.payload === 'string' ? JSON.parse(fields.payload) : fields;
  } catch {
    return undefined;
  }
}
