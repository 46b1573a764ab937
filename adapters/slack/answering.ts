import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Interaction } from '../../src/chat/interaction.ts';
import type { InteractionHandler } from '../../src/chat/port.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { AppError } from '../../src/errors.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { type MessageKey, type MessageParams, translate } from '../../src/i18n/translate.ts';
import type { Background } from './background.ts';
import type { Home } from './home.ts';
import type { Reader } from './read-slack-message.ts';
import { renderCard, type SlackMessage } from './render-card.ts';
import { renderToast } from './render-toast.ts';
import type { Tell } from './tell.ts';
import type { TellCard } from './tell-card.ts';
import type { UserLocales } from './user-locales.ts';

/** What answering an interaction needs. */
export interface Answering {
  readonly client: WebClient;
  readonly workspace: string;
  readonly handle: InteractionHandler;
  readonly tell: Tell;
  readonly tellCard: TellCard;
  readonly locales: UserLocales;
  readonly background: Background;
  readonly home: Home;
  readonly reader: Reader;
  readonly log: Logger;
  /** How long the handler may take before Slack must have some answer. */
  readonly answerWithinMs: number;
}

/** The handler's reply. It does not throw by contract; should it, the person gets a number to report. */
export async function ask({ handle, log, locales }: Answering, interaction: Interaction): Promise<Reply> {
  try {
    return await handle(interaction);
  } catch (error) {
    const text = translate(await locales.of(interaction.userId), 'error.internal', { reference: logged(log, error) });
    return { kind: 'toast', tone: 'error', text: words(text) };
  }
}

/** Logs what went wrong, without content, and returns the number to report. */
export function logged(log: Logger, error: unknown): string {
  const reference = randomUUID().slice(0, 8);
  const facts = error instanceof AppError ? { code: error.code, ...error.params } : {};
  log.error(
    { reference, error: error instanceof Error ? error.name : typeof error, ...facts },
    'an answer on Slack failed',
  );
  return reference;
}

/** One sentence of ours as a message. */
export function sentence(locale: Locale, key: MessageKey, params?: MessageParams): SlackMessage {
  return renderToast(words(translate(locale, key, params)), locale);
}

/** A toast or a card as a message; one that is beyond Slack's limits is replaced by a number to report. */
export function messageOf({ log }: Answering, reply: Reply & { kind: 'toast' | 'card' }, locale: Locale): SlackMessage {
  try {
    return reply.kind === 'toast' ? renderToast(reply.text, locale) : renderCard(reply.card, locale);
  } catch (error) {
    return sentence(locale, 'slack.cardRefused', { reference: logged(log, error) });
  }
}
