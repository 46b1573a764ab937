import type { Logger } from 'pino';
import { askHandler, logFailure } from '../../../src/chat/ask-handler.ts';
import type { Background } from '../../../src/chat/background.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import type { InteractionHandler } from '../../../src/chat/port.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { words } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { type MessageKey, type MessageParams, translate } from '../../../src/i18n/translate.ts';
import type { SlackClient } from '../client.ts';
import type { UserLocales } from '../people/user-locales.ts';
import type { Reader } from '../receive/read-message.ts';
import type { EncodedViews } from '../render/encoded-views.ts';
import { renderCard, type SlackMessage } from '../render/render-card.ts';
import { renderToast } from '../render/render-toast.ts';
import type { Pictures } from '../send/pictures.ts';
import type { Home } from './home.ts';
import type { Respond } from './respond.ts';
import type { Tell } from './tell.ts';
import type { TellCard } from './tell-card.ts';

/** What answering an interaction needs. */
export interface Answering {
  readonly client: SlackClient;
  readonly views: EncodedViews;
  readonly workspace: string;
  readonly handle: InteractionHandler;
  readonly respond: Respond;
  readonly tell: Tell;
  readonly tellCard: TellCard;
  readonly pictures: Pictures;
  readonly locales: UserLocales;
  readonly background: Background;
  readonly home: Home;
  readonly reader: Reader;
  readonly log: Logger;
  /** How long the handler may take before Slack must get some response. */
  readonly answerWithinMs: number;
}

/** The handler's reply; never rejects. */
export const ask = ({ handle, log, locales }: Answering, interaction: Interaction): Promise<Reply> =>
  askHandler({ handle, log, localeOf: (userId) => locales.of(userId) }, interaction);

/** Logs what could not be shown in Slack, and returns the number to report. */
export const logged = (log: Logger, error: unknown): string => logFailure(log, error, 'an answer on Slack failed');

/** One of our own sentences as a message. */
export function sentence(locale: Locale, key: MessageKey, params?: MessageParams): SlackMessage {
  return renderToast(words(translate(locale, key, params)), locale);
}

/** A toast or a card as a message; one beyond Slack's limits is replaced by a number to report. */
export function messageOf(
  { log, pictures }: Answering,
  reply: Reply & { kind: 'toast' | 'card' },
  locale: Locale,
): SlackMessage {
  try {
    if (reply.kind === 'toast') return renderToast(reply.text, locale);
    return renderCard(reply.card, locale, pictures.atOnce(reply.card, locale));
  } catch (error) {
    return sentence(locale, 'slack.cardRefused', { reference: logged(log, error) });
  }
}
