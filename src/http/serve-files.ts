import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { OpenLink } from '../files/file-access.ts';

/**
 * `GET /files/TOKEN`: a file of a record, for the person the link was made for. A browser never runs anything in it: it is shown as its detected
 * type, in a sandbox, or only downloaded.
 */
export function registerFiles(http: FastifyInstance, open: OpenLink): void {
  // A named parameter is limited to 100 characters; a token is longer.
  http.get<{ Params: { '*': string } }>('/files/*', async (request, reply) => {
    const file = await open(request.params['*']);
    reply.headers({
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-robots-tag': 'noindex',
    });
    if (file === 'over' || file === null) {
      return reply
        .code(file === 'over' ? 410 : 404)
        .type('text/plain; charset=utf-8')
        .send(sorry);
    }
    reply.headers({
      'content-type': file.type.startsWith('text/') ? `${file.type.split(';')[0]}` : file.type,
      'content-length': file.size,
      'content-disposition': disposition(file.shown ? 'inline' : 'attachment', file.name),
    });
    return reply.send(Readable.from(file.content, { objectMode: false }));
  });
}

/** The reader's language is not known here. */
const sorry =
  '这个链接已失效。请回到卡片，重新点文件旁的“打开”。\nThis link is no longer valid. Please return to the card and press Open beside the file again.\n';

/** https://www.rfc-editor.org/rfc/rfc6266#section-5: the name in ASCII for old browsers, and in UTF-8. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
