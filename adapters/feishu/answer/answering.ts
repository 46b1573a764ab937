import type { Logger } from 'pino';
import { askHandler } from '../../../src/chat/ask-handler.ts';
import type { Background } from '../../../src/chat/background.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import type { InteractionHandler, InteractionInbox, SendOutcome } from '../../../src/chat/port.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import type { Deadlines } from '../limits.ts';
import type { FormFiles } from '../receive/form-files.ts';
import { contentOf } from '../render/card-size.ts';
import { renderReply } from '../render/render-reply.ts';
import type { Pictures } from '../send/pictures.ts';
import type { Sender } from '../send/send.ts';
import type { FormContents } from './form-contents.ts';

/** What answering needs. */
export interface Answering {
  readonly handle: InteractionHandler;
  /** Tracks work that nobody awaits. */
  readonly accept: InteractionInbox;
  readonly sender: Sender;
  readonly formFiles: FormFiles;
  readonly formContents: FormContents;
  readonly pictures: Pictures;
  /** The language of the adapter's own texts: the user's language is not known here. */
  readonly locale: Locale;
  readonly background: Background;
  readonly deadlines: Deadlines;
  readonly log: Logger;
}

/** The handler's reply; never rejects. */
export const ask = ({ handle, log, locale }: Answering, interaction: Interaction): Promise<Reply> =>
  askHandler({ handle, log, localeOf: () => locale }, interaction);

/** Sends a reply to the user in a direct message, once per interaction; null if there was nothing to say. */
export async function deliver(
  answering: Answering,
  interaction: Interaction,
  reply: Reply,
): Promise<SendOutcome | null> {
  const { log, sender } = answering;
  const content = await contentOfReply(answering, reply);
  if (content === null) return null;
  const outcome = await sender.tellContent(interaction.userId, content, `reply ${interaction.id}`);
  if (outcome.outcome !== 'sent') {
    log.warn({ interaction: interaction.id, outcome: outcome.outcome, reason: outcome.reason }, 'a reply was not sent');
  }
  return outcome;
}

async function contentOfReply({ formContents, pictures, locale }: Answering, reply: Reply): Promise<Buffer | null> {
  const language = reply.locale ?? locale;
  if (reply.kind === 'form') return formContents(reply.form, language);
  const uploaded = reply.kind === 'card' ? await pictures.of(reply.card, language) : undefined;
  const card = renderReply(reply, locale, uploaded);
  return card && contentOf(card);
}
