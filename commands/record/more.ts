import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { moreButtons } from '../../src/records/card/draw-buttons.ts';
import type { Context } from '../context.ts';
import { plainCard } from '../replies.ts';
import { readable } from './readable.ts';

/** The *More* button: the rest of what the presser may do with a record, for the presser alone. */
export async function showMore(number: string, context: Context): Promise<Reply> {
  const record = await readable(number, context);
  const { registry, view, locale } = context;
  const buttons = moreButtons(registry.get(record.type), record, view);
  const title = translate(locale, 'record.more.title', { number: record.number });
  const none = { kind: 'text', text: words(translate(locale, 'record.more.none')) } as const;
  const blocks = buttons.length === 0 ? [none] : [{ kind: 'buttons', buttons } as const];
  return plainCard(title, blocks);
}
