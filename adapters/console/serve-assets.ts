import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';

const types = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', svg: 'image/svg+xml' } as const;

/** The page's files; no others are served. */
export const assets = [
  { name: 'style.css', type: types.css },
  { name: 'theme.css', type: types.css },
  { name: 'base.css', type: types.css },
  { name: 'parts.css', type: types.css },
  { name: 'chooser.css', type: types.css },
  { name: 'sidebar.css', type: types.css },
  { name: 'room.css', type: types.css },
  { name: 'composer.css', type: types.css },
  { name: 'toast.css', type: types.css },
  { name: 'card.css', type: types.css },
  { name: 'chart.css', type: types.css },
  { name: 'form.css', type: types.css },
  { name: 'field.css', type: types.css },
  { name: 'files.css', type: types.css },
  { name: 'page.js', type: types.js },
  { name: 'choose.js', type: types.js },
  { name: 'api.js', type: types.js },
  { name: 'texts.js', type: types.js },
  { name: 'toast.js', type: types.js },
  { name: 'confirm.js', type: types.js },
  { name: 'form-dialog.js', type: types.js },
  { name: 'read-form.js', type: types.js },
  { name: 'attach.js', type: types.js },
  { name: 'files.js', type: types.js },
  { name: 'spaces.js', type: types.js },
  { name: 'unread.js', type: types.js },
  { name: 'conversation.js', type: types.js },
  { name: 'composer.js', type: types.js },
  { name: 'command-list.js', type: types.js },
  { name: 'drawer.js', type: types.js },
  { name: 'live.js', type: types.js },
  { name: 'times.js', type: types.js },
  { name: 'mark.svg', type: types.svg },
] as const;

/** Serves the page's files from memory; the browser revalidates its copy each time. */
export async function serveAssets(scope: FastifyInstance): Promise<void> {
  for (const { name, type } of assets) {
    const body = await readFile(new URL(`page/${name}`, import.meta.url));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    scope.get(`/console/assets/${name}`, async (request, reply) => {
      reply.headers({ etag, 'cache-control': 'no-cache' });
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      return reply.type(type).send(body);
    });
  }
}
