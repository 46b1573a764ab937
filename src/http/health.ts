import type { FastifyInstance } from 'fastify';

/** `/healthz` and `/readyz`, for load balancers, containers and monitoring. */
export function registerHealth(http: FastifyInstance, ready: () => Promise<boolean>, withinMs: number): void {
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
