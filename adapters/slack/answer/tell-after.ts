import type { Interaction } from '../../../src/chat/interaction.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { type Answering, messageOf } from './answering.ts';

/**
 * Tells the user the outcome of a form once it is closed: in place of the card it was requested from, if the reply says so
 * and Slack still allows it, else as a message of its own.
 */
export async function tellAfter(
  answering: Answering,
  { userId, channel }: Interaction,
  reply: Reply & { kind: 'toast' | 'card' },
  { responseUrl, locale }: { readonly responseUrl: string | undefined; readonly locale: Locale },
): Promise<void> {
  const message = messageOf(answering, reply, locale);
  const replaces = reply.kind === 'card' && reply.replaces === true && responseUrl !== undefined;
  if (replaces && (await answering.respond(responseUrl, message, true)) !== 'not sent') return;
  await answering.tell({ userId, channel }, message);
}
