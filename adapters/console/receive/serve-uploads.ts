import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { ConsoleError } from '../failure.ts';
import { type Directory, requireViewer } from '../people/viewer.ts';
import { fileParams, fileQuery, uploadQuery } from '../schema.ts';
import type { ConsoleUploads } from '../uploads.ts';

/** Accepts a form's files one by one while it is still being filled in: each as the body of its own request. */
export function serveUploads(
  scope: FastifyInstance,
  { directory, uploads }: { readonly directory: Directory; readonly uploads: ConsoleUploads },
): void {
  // Streamed: no file is held in memory as a whole.
  scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));

  scope.post('/console/api/uploads', async (request, reply) => {
    const query = uploadQuery.parse(request.query);
    await requireViewer(directory, query);
    if (!(request.body instanceof Readable)) throw new ConsoleError('invalid', 400);
    const taken = await uploads.take(request.body, query.name);
    // The rest of the body of a rejected file is not read: the connection closes with the response.
    if (!taken.taken) {
      reply.header('connection', 'close');
      throw new ConsoleError(refusals[taken.reason], 422);
    }
    reply.header('cache-control', 'no-store');
    return { id: taken.id };
  });

  scope.get('/console/api/files/:id', async (request, reply) => {
    const { id } = fileParams.parse(request.params);
    const { name } = fileQuery.parse(request.query);
    const content = await uploads.open(id);
    if (!content) throw new ConsoleError('unknownMessage', 404);
    // Never rendered in the page: always downloaded, regardless of its content.
    reply.header('content-type', 'application/octet-stream');
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
    return reply.send(Readable.from(content));
  });
}

const refusals = { empty: 'fileEmpty', tooLarge: 'fileTooLarge', type: 'fileType' } as const;
