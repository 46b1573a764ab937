import type { Block } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import type { Context } from '../context.ts';
import { deskLine } from '../desk/desk-line.ts';
import { myOverdue } from '../desk/desk-lists.ts';

/** How many records the list shows. */
const SHOWN = 10;

/** `/qm overdue`: what is late of what the asker answers for, the latest first. */
export async function showOverdue(context: Context): Promise<Reply> {
  const { locale } = context;
  const { rows, total } = await myOverdue(context, SHOWN);
  const title = translate(locale, 'overdue.title', { count: total });
  const more = total - rows.length;
  const blocks: Block[] =
    total === 0
      ? [{ kind: 'text', text: words(translate(locale, 'overdue.none')) }]
      : [
          { kind: 'lines', lines: rows.map((row) => deskLine(row, context)) },
          ...(more > 0
            ? [{ kind: 'note', text: words(translate(locale, 'overdue.more', { count: more })) } as const]
            : []),
        ];
  return { kind: 'card', card: { title, tone: total === 0 ? 'good' : 'late', summary: title, blocks } };
}
