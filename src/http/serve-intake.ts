import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { failureFacts } from '../errors.ts';

/** The response to a delivery: the status, and a body. */
export interface DeliveryAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Accepts a delivery: its headers with lower-case names, and its bytes as received. */
export type Receive = (delivery: {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Uint8Array;
}) => Promise<DeliveryAnswer>;

/** The route of an intake, and its handler. */
export interface IntakeRoute {
  readonly path: string;
  readonly receive: Receive;
  /** The OpenAPI description. */
  readonly description: object;
  readonly log: Logger;
}

/** A thousand items of two kilobytes each. */
const BODY_BYTES = 2 * 1024 * 1024;

const refusals: Readonly<Record<number, string>> = {
  413: 'The body is larger than 2 MB. Send fewer items at a time.',
  415: 'The body must be application/json.',
};
const BROKEN = 'Not now. Repeat the delivery with the same id.';

/**
 * `POST PATH`: deliveries from other tools; the body is left as received, since the signature is over its bytes. `GET /api/v1/openapi.json` describes
 * it. A failure on our side is answered with 503: a delivery may always be repeated with the same id.
 */
export function registerIntake(http: FastifyInstance, { path, receive, description, log }: IntakeRoute): void {
  http.get('/api/v1/openapi.json', (_request, reply) => reply.send(description));
  http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error, request, reply) => {
      const status = refusalOf(error);
      if (status === 503) {
        log.error({ requestId: request.id, ...failureFacts(error) }, 'a delivery failed');
        reply.header('retry-after', '30');
      }
      const title = refusals[status] ?? BROKEN;
      return reply.code(status).type(PROBLEM).send({ type: 'about:blank', title, status, detail: request.id });
    });
    scope.post<{ Body: Buffer | undefined }>(path, { bodyLimit: BODY_BYTES }, async (request, reply) => {
      const { status, body } = await receive({ headers: request.headers, body: request.body ?? Buffer.alloc(0) });
      if (isProblem(body)) reply.type(PROBLEM);
      return reply.code(status).send(body);
    });
  });
}

const PROBLEM = 'application/problem+json; charset=utf-8';

const isProblem = (body: unknown): boolean => typeof body === 'object' && body !== null && 'title' in body;

function refusalOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 503;
  return typeof status === 'number' && status in refusals ? status : 503;
}
