import type { FastifyInstance } from 'fastify';
import type { InteractionHandler } from '../../../src/chat/port.ts';
import type { Clock } from '../../../src/clock.ts';
import { answer } from '../answer/answer.ts';
import { ConsoleError } from '../failure.ts';
import { limits } from '../limits.ts';
import type { ConsoleMessages } from '../messages.ts';
import { type Directory, requireViewer, visibleSpaces } from '../people/viewer.ts';
import { renderMessage } from '../render/render-message.ts';
import { conversationQuery, eventsQuery, interactionBody, lastEventId } from '../schema.ts';
import type { Live } from '../send/live.ts';
import { securityHeaders } from './guard.ts';
import { receive } from './receive.ts';

/** What the page's requests need. */
export interface ApiParts {
  readonly directory: Directory;
  readonly messages: ConsoleMessages;
  readonly live: Live;
  readonly clock: Clock;
  /** The router, counting requests in progress; throws `ConsoleError('notReady')` before the start and after the stop. */
  readonly handle: InteractionHandler;
}

/** Serves the requests of an open page. */
export function serveApi(scope: FastifyInstance, parts: ApiParts): void {
  const { directory, messages, live, clock } = parts;

  scope.post('/console/api/interactions', { bodyLimit: limits.bodyBytes }, async (request, reply) => {
    const body = interactionBody.parse(request.body);
    const viewer = await requireViewer(directory, body);
    if (body.kind === 'press' && body.message !== undefined) {
      const message = await messages.findById(body.message);
      if (message?.space !== body.space) throw new ConsoleError('unknownMessage', 404);
    }
    reply.header('cache-control', 'no-store');
    return answer(await parts.handle(receive(body, clock.now())), viewer.locale);
  });

  scope.get('/console/api/conversation', async (request, reply) => {
    const query = conversationQuery.parse(request.query);
    await requireViewer(directory, query);
    const shown = await messages.bySpace(query.space, limits.page, query.before);
    reply.header('cache-control', 'no-store');
    return {
      html: shown.map((message) => renderMessage(message).toString()).join(''),
      more: shown.length === limits.page,
    };
  });

  scope.get('/console/api/events', async (request, reply) => {
    const query = eventsQuery.parse(request.query);
    const viewer = await requireViewer(directory, query);
    const since = lastEventId.parse(request.headers['last-event-id']) ?? query.since;
    reply.hijack();
    reply.raw.writeHead(200, {
      ...securityHeaders,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    await live.follow(reply.raw, since, async (batch) => {
      const spaces = await visibleSpaces(directory, viewer.userId);
      return batch.filter(({ space }) => spaces.has(space));
    });
  });
}
