import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { ZodError } from 'zod';
import { ConsoleError, type RequestRefusal } from '../failure.ts';

/** The body of every error response; the page has a text for each `error`. */
export interface TurnedDown {
  readonly error: RequestRefusal | 'internal';
  /** The number to look up in the log. */
  readonly reference?: string;
}

/** Responds to an error without repeating anything from the request. Errors on our side are logged under the returned number. */
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
