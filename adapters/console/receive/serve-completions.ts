import type { FastifyInstance } from 'fastify';
import type { Locale } from '../../../src/i18n/locale.ts';
import type { ConsoleCommand } from '../people/directory.ts';
import { type Directory, requireViewer } from '../people/viewer.ts';
import { renderCommand } from '../render/page/render-composer.ts';
import { tidyText } from '../render/tidy-text.ts';
import { completionQuery } from '../schema.ts';

/** Completions for what the user is typing; none for an unknown user. */
export type Complete = (userId: string, typed: string, locale: Locale) => Promise<readonly ConsoleCommand[]>;

/** Serves completions while a command is typed, as options for the list above the input. */
export function serveCompletions(
  scope: FastifyInstance,
  { directory, complete }: { readonly directory: Directory; readonly complete: Complete },
): void {
  scope.get('/console/api/completions', async (request, reply) => {
    const query = completionQuery.parse(request.query);
    const { userId, locale } = await requireViewer(directory, query);
    const found = await complete(userId, tidyText(query.text), locale);
    reply.header('cache-control', 'no-store');
    return { html: found.map((one, index) => renderCommand(one, `completion-${index}`, locale).toString()).join('') };
  });
}
