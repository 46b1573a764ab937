import type { Block, Card } from '../src/chat/card.ts';
import type { Reply } from '../src/chat/reply.ts';
import { words } from '../src/chat/text.ts';
import { drawCard } from '../src/records/card/draw-card.ts';
import type { Refusal } from '../src/records/declaration/ask.ts';
import type { LocalizedMessage } from '../src/records/say.ts';
import type { RecordOf } from '../src/records/shape/record.ts';
import { type Context, type Recipient, sayTo } from './context.ts';

/** A short answer, in the user's language. */
export function toast(
  context: Recipient,
  tone: 'good' | 'info' | 'warning',
  message: LocalizedMessage,
  refresh?: Card,
): Reply {
  return { kind: 'toast', tone, text: words(sayTo(context, message)), ...(refresh && { refresh }) };
}

/** A refusal: why, and what to do instead. */
export function refuse(context: Recipient, refusal: Refusal, refresh?: Card): Reply {
  return toast(context, 'warning', refusal, refresh);
}

/** A record as only the user sees it, with their own buttons. */
export function privateCard({ registry, view }: Context, record: RecordOf<unknown>): Reply {
  return { kind: 'card', card: drawCard(registry.get(record.type), record, view, { as: 'personal' }) };
}

/** A command's own card, for the user only. */
export function plainCard(title: string, blocks: readonly Block[]): Reply {
  return { kind: 'card', card: { title, tone: 'neutral', summary: title, blocks } };
}

/** Errors of a form's fields, in the user's language. */
export function fieldErrors(
  context: Context,
  errors: Readonly<Record<string, Refusal>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(errors).map(([field, refusal]) => [field, sayTo(context, refusal)]));
}
