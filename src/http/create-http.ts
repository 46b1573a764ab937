import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { failureFacts } from '../errors.ts';
import { registerRequestLog, routeOf } from './request-log.ts';

/** What a client is told about an error: the name of its status, and the id under which it is logged. */
interface ErrorAnswer {
  readonly error: string;
  readonly requestId: string;
}

/** Answers errors and unknown routes. Failures on our side are logged, never sent. */
function registerErrors(http: FastifyInstance, log: Logger): void {
  http.setErrorHandler((error, request, reply) => {
    const status = statusOf(error);
    if (status >= 500) {
      const facts = { requestId: request.id, method: request.method, route: routeOf(request) };
      log.error({ ...facts, ...failureFacts(error) }, 'request failed');
    }
    return reply.code(status).send(answer(status, request.id));
  });
  http.setNotFoundHandler((request, reply) => reply.code(404).send(answer(404, request.id)));
}

function answer(status: number, requestId: string): ErrorAnswer {
  return { error: STATUS_CODES[status] ?? 'Error', requestId };
}

/** Fastify's own rejections carry a 4xx status: too large, no JSON, unknown media type. Everything else is our fault. */
function statusOf(error: unknown): number {
  const status =
    error instanceof Error && 'code' in error && 'statusCode' in error && String(error.code).startsWith('FST_')
      ? error.statusCode
      : 500;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

/** `/healthz` and `/readyz`, for load balancers, containers and monitoring. */
function registerHealth(http: FastifyInstance, ready: () => Promise<boolean>, withinMs: number): void {
  http.get('/healthz', async () => ({ status: 'ok' }));
  http.get('/readyz', async (_request, reply) => {
    if (await settlesTrue(ready, withinMs)) return { status: 'ready' };
    return reply.code(503).send({ status: 'unavailable' });
  });
}

async function settlesTrue(ask: () => Promise<boolean>, withinMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), withinMs);
  });
  try {
    return await Promise.race([ask(), tooLate]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** The limits of a request. */
export interface HttpLimits {
  /** Maximum size of a body in bytes, beyond which the response is 413; a route may set its own. */
  readonly bodyBytes: number;
  /** Milliseconds within which a request must have arrived completely. */
  readonly requestMs: number;
  /** Milliseconds within which the database must answer for `/readyz`. */
  readonly readyMs: number;
}

/** A platform's events are far smaller; anything larger is not from a platform. */
export const defaultLimits: HttpLimits = { bodyBytes: 1_048_576, requestMs: 10_000, readyMs: 1_000 };

/**
 * How long an idle connection is kept. Longer than load balancers and reverse proxies keep theirs (60 s), so that they close first: a request on a
 * connection that we are closing would get lost. Announced in seconds as `Keep-Alive: timeout`.
 */
const KEPT_FOR_MS = 72_000;

export interface HttpOptions {
  readonly log: Logger;
  /** Whether the database responds; a check that throws or does not settle counts as not ready. */
  readonly ready: () => Promise<boolean>;
  readonly limits?: Partial<HttpLimits>;
  /** Proxies trusted to report the visitor's address: comma-separated addresses and ranges. */
  readonly trustProxy?: string | undefined;
}

/**
 * The HTTP server: `/healthz` says that the process is alive, `/readyz` that the database responds; adapters register the rest. Error responses carry
 * a request id and neither a stack nor a cause; bodies, queries and headers are never logged.
 */
export function createHttp({ log, ready, limits: given, trustProxy }: HttpOptions): FastifyInstance {
  const limits = { ...defaultLimits, ...given };
  const http = Fastify({
    logger: false,
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: KEPT_FOR_MS,
    ...(trustProxy !== undefined && { trustProxy }),
    // A connection that never sends a request, or a stream that never ends, must not hold up shutdown.
    forceCloseConnections: true,
    // By default Node looks for timed-out requests only every 30 s.
    http: { headersTimeout: limits.requestMs, connectionsCheckingInterval: Math.ceil(limits.requestMs / 10) },
    // We generate the id ourselves: one from outside could be made to look like someone else's in the log.
    requestIdHeader: false,
    genReqId: () => randomUUID(),
  });
  // With a callback: a promise per request costs more than the work done here.
  http.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    done();
  });
  registerRequestLog(http, log);
  registerErrors(http, log);
  registerHealth(http, ready, limits.readyMs);
  return http;
}
