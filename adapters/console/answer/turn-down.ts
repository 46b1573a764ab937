import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { ZodError } from 'zod';
import { ConsoleError, type RequestRefusal } from '../failure.ts';

/** The body of every answer that is no success; the page has a text for each `error`. */
export interface TurnedDown {
  readonly error: RequestRefusal | 'internal';
  /** Number under which the log tells more. */
  readonly reference?: string;
}

/** Answers what went wrong without a word of what was sent. What is our fault is logged under the number that is given. */
export function turnDown(scope: FastifyInstance, log: Logger): void {
  scope.setErrorHandler<FastifyError>(async (error, _request, reply): Promise<TurnedDown> => {
    if (error instanceof ConsoleError) {
      reply.code(error.statusCode);
      return { error: error.refusal };
    }
    if (error instanceof ZodError) {
      reply.code(400);
      return { error: 'invalid' };
    }
    const status = error.statusCode ?? 500;
    if (status < 500) {
      reply.code(status);
      return { error: status === 413 ? 'tooLarge' : 'invalid' };
    }
    const reference = randomUUID().slice(0, 8);
    log.error({ err: error, reference }, 'console: a request failed');
    reply.code(500);
    return { error: 'internal', reference };
  });
}
