import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

/** The pattern of a request's route. A path as it was sent may hold a secret, such as a customer's link. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'none';
}

const probes = ['/healthz', '/readyz'];

/** Logs a line for each answer: what was asked by its route, how it ended and how long it took. */
export function registerRequestLog(http: FastifyInstance, log: Logger): void {
  http.addHook('onResponse', (request, reply, done) => {
    const facts = {
      requestId: request.id,
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    // Probes ask every few seconds, and say nothing worth keeping.
    if (probes.includes(facts.route)) log.debug(facts, 'request');
    else log.info(facts, 'request');
    done();
  });
}
