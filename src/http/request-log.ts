import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

/** The pattern of a request's route. A raw path may contain a secret, such as a customer's link. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'none';
}

const probes = ['/healthz', '/readyz'];

/** Logs a line for each response: the request by its route, the status and the duration. */
export function registerRequestLog(http: FastifyInstance, log: Logger): void {
  http.addHook('onResponse', (request, reply, done) => {
    const facts = {
      requestId: request.id,
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    // Probes come every few seconds, and are not worth logging.
    if (probes.includes(facts.route)) log.debug(facts, 'request');
    else log.info(facts, 'request');
    done();
  });
}
