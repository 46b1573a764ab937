import { STATUS_CODES } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { failureFacts } from '../errors.ts';
import { routeOf } from './request-log.ts';

/** What a client is told of an error: the name of its status, and the id under which it is logged. */
interface ErrorAnswer {
  readonly error: string;
  readonly requestId: string;
}

/** Answers errors and unknown routes. What broke on our side is logged, never sent. */
export function registerErrors(http: FastifyInstance, log: Logger): void {
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

/** Fastify's own refusals carry a status of the 400s: too large, no JSON, unknown media type. All else is our fault. */
function statusOf(error: unknown): number {
  const status =
    error instanceof Error && 'code' in error && 'statusCode' in error && String(error.code).startsWith('FST_')
      ? error.statusCode
      : 500;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
