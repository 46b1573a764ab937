import type { WebClient } from '@slack/web-api';
import type { Card } from '../../../src/chat/card.ts';
import type { Place } from '../../../src/chat/interaction.ts';
import type { RefreshOutcome, SendOutcome, Target } from '../../../src/chat/port.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { HttpClient } from '../../../src/http-client/http-client.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { renderCard, type SlackMessage } from '../render/render-card.ts';
import { renderReply } from '../render/render-reply.ts';
import type { DirectChannels } from './direct-channels.ts';
import type { Pictures } from './pictures.ts';
import { outcomeBeforeSend, refreshOutcome, sendOutcome } from './send-outcome.ts';

/** The metadata used to look up a post. https://docs.slack.dev/messaging/message-metadata (2026-11-23) */
export const EFFECT_EVENT = 'qmbot_effect';

/** What sending needs: a client that never retries, and the direct message conversations. */
export interface Sender {
  readonly client: WebClient;
  readonly httpClient: HttpClient;
  readonly workspace: string;
  readonly directChannels: DirectChannels;
  readonly pictures: Pictures;
}

/** No link previews, and no names turned into mentions. */
export const calm = { unfurl_links: false, unfurl_media: false, parse: 'none', link_names: false } as const;

/** Posts a card. Slack has no idempotency key: `key` is sent as metadata, to be looked up. */
export function postCard(
  sender: Sender,
  target: Target,
  card: Card,
  key: string,
  locale: Locale,
): Promise<SendOutcome> {
  return send(sender, target, key, (post) =>
    sender.pictures.inForms(card, locale, (form) => post(renderCard(card, locale, form))),
  );
}

/** Posts a reply as a message of its own. */
export function sayReply(
  sender: Sender,
  target: Target,
  reply: Reply,
  key: string,
  locale: Locale,
): Promise<SendOutcome> {
  return send(sender, target, key, async (post) => {
    if (reply.kind === 'card') {
      const { card } = reply;
      return sender.pictures.inForms(card, locale, (form) => post(renderCard(card, locale, form)));
    }
    const message = renderReply(reply, locale);
    return message && post(message);
  });
}

async function send(
  sender: Sender,
  target: Target,
  key: string,
  attempt: (post: (message: SlackMessage) => Promise<SendOutcome>) => Promise<SendOutcome | null>,
): Promise<SendOutcome> {
  let channel: string;
  try {
    channel = await channelOf(sender, target);
  } catch (error) {
    return outcomeBeforeSend(error);
  }
  try {
    const sent = await attempt(async (message) => {
      const metadata = { event_type: EFFECT_EVENT, event_payload: { key } };
      const answer = await sender.client.chat.postMessage({ channel, ...message, ...calm, metadata });
      if (answer.ts === undefined) return { outcome: 'unknown', reason: 'answer without ts' };
      return { outcome: 'sent', place: placeAt(sender, answer.channel ?? channel, answer.ts) };
    });
    return sent ?? { outcome: 'refused', reason: 'nothing to say' };
  } catch (error) {
    return sendOutcome(error);
  }
}

/** Redraws a card in place; its metadata stays. */
export async function refreshCard(sender: Sender, place: Place, card: Card, locale: Locale): Promise<RefreshOutcome> {
  try {
    await sender.pictures.inForms(card, locale, (form) =>
      sender.client.chat.update({
        channel: place.channel,
        ts: place.message,
        ...renderCard(card, locale, form),
        parse: 'none',
        link_names: false,
      }),
    );
    return { outcome: 'done' };
  } catch (error) {
    return refreshOutcome(error);
  }
}

/** The conversation of a target. */
export async function channelOf({ directChannels }: Sender, target: Target): Promise<string> {
  return target.kind === 'channel' ? target.channel : await directChannels.open(target.userId);
}

/** The place of a message. */
export function placeAt({ workspace }: Sender, channel: string, message: string): Place {
  return { platform: 'slack', workspace, channel, message };
}
