import type { FastifyInstance } from 'fastify';
import { limits } from '../limits.ts';
import type { PushHeaders } from './open-push.ts';

/** The response to Feishu. */
export interface PushAnswer {
  readonly status: 200 | 401 | 503;
  readonly body: object;
}

/**
 * Receives Feishu's pushes at `POST /feishu/events`, with the raw body, since the signature covers its bytes. In a scope of its
 * own, so that other routes keep their parsers.
 */
export async function listen(
  http: FastifyInstance,
  receive: (body: Buffer, headers: PushHeaders) => Promise<PushAnswer>,
): Promise<void> {
  await http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    const options = { parseAs: 'buffer', bodyLimit: limits.eventBytes } as const;
    scope.addContentTypeParser('*', options, (_request, body, done) => done(null, body));
    scope.post('/feishu/events', async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const answer = await receive(body, request.headers);
      return reply.code(answer.status).send(answer.body);
    });
  });
}
