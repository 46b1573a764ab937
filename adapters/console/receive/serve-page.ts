import type { FastifyInstance } from 'fastify';
import { limits } from '../limits.ts';
import type { ConsoleMessages } from '../messages.ts';
import { type ConsoleCommand, directSpace } from '../people/directory.ts';
import { type Directory, findViewer } from '../people/viewer.ts';
import { renderChooser } from '../render/page/render-chooser.ts';
import { renderPage } from '../render/page/render-page.ts';
import { pageQuery } from '../schema.ts';
import type { ConsoleUploads } from '../uploads.ts';

/** The console's path; `/` redirects there. */
const PATH = '/console';

/** Serves the page: the choice of a person and, once chosen, the conversations. */
export function servePage(
  scope: FastifyInstance,
  parts: {
    readonly directory: Directory;
    readonly messages: ConsoleMessages;
    readonly uploads: Pick<ConsoleUploads, 'megabytes'>;
    readonly commands: readonly ConsoleCommand[];
  },
): void {
  const { directory, messages, uploads, commands } = parts;
  scope.get('/', async (_request, reply) => reply.redirect(PATH));
  scope.get(PATH, async (request, reply) => {
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    const query = pageQuery.parse(request.query);
    const viewer = query.as === undefined ? undefined : await findViewer(directory, query.as, query.lang);
    if (viewer === undefined) {
      const locale = query.lang ?? preferred(request.headers['accept-language']);
      return renderChooser(await directory.people(), locale, query.lang).toString();
    }
    const channels = await directory.channels();
    const direct = directSpace(viewer.userId);
    const ids = [...channels.map(({ id }) => id), direct];
    const current = ids.find((id) => id === query.space) ?? direct;
    // Read before the conversation: what arrives in between is sent once more and simply redrawn.
    const since = await messages.latest();
    const last = await Promise.all(
      ids.map(async (id) => [id, (await messages.bySpace(id, 1)).at(-1)?.position ?? 0] as const),
    );
    const shown = await messages.bySpace(current, limits.page);
    return renderPage({
      lang: query.lang,
      viewer,
      channels,
      current,
      since,
      last: new Map(last),
      shown,
      commands,
      megabytes: await uploads.megabytes(),
    }).toString();
  });
}

/** The browser's preferred language, before a person is chosen. */
const preferred = (header: string | undefined) => (/^\s*en/i.test(header ?? '') ? 'en' : 'zh-CN');
