import type { Block } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import type { Context } from '../context.ts';
import { deskLine } from '../desk/desk-line.ts';
import { myWork } from '../desk/desk-lists.ts';

/** How many records the list shows. */
const SHOWN = 10;

/** `/qm mine`: what the asker, or whoever they stand in for, must act on or owes something beside. */
export async function showMine(
  context: Pick<Context, 'person' | 'locale' | 'org' | 'now' | 'desk' | 'registry'>,
): Promise<Reply> {
  const { locale } = context;
  const { rows, total } = await myWork(context, SHOWN);
  const title = translate(locale, 'list.mine', { count: total });
  const more = total - rows.length;
  const blocks: Block[] =
    total === 0
      ? [{ kind: 'text', text: words(translate(locale, 'list.empty')) }]
      : [
          { kind: 'lines', lines: rows.map((row) => deskLine(row, context)) },
          ...(more > 0
            ? [{ kind: 'note', text: words(translate(locale, 'list.more', { count: more })) } as const]
            : []),
        ];
  return { kind: 'card', card: { title, tone: 'neutral', summary: title, blocks } };
}
