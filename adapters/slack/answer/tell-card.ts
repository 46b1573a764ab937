import type { WebClient } from '@slack/web-api';
import type { Card } from '../../../src/chat/card.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { readFailure } from '../failure.ts';
import { renderCard } from '../render/render-card.ts';
import type { Pictures } from '../send/pictures.ts';
import { calm } from '../send/send.ts';

/** Shows a card with pictures to one person; false if it certainly was not shown. Never rejects. */
export type TellCard = (interaction: Interaction, card: Card, locale: Locale) => Promise<boolean>;

/**
 * Uses a call that reports errors: in an acknowledgement or over a response URL, a chart that the workspace does not
 * support would be lost silently. In a direct message the answer is permanent.
 */
export function createTellCard({
  client,
  pictures,
}: {
  readonly client: WebClient;
  readonly pictures: Pictures;
}): TellCard {
  return async ({ userId: user, channel, direct }, card, locale) => {
    if (channel === undefined) return false;
    try {
      await pictures.inForms(card, locale, (form) => {
        const message = renderCard(card, locale, form);
        if (direct) return client.chat.postMessage({ channel, ...message, ...calm });
        return client.chat.postEphemeral({ channel, user, ...message });
      });
      return true;
    } catch (error) {
      // A message that may have been shown is not sent again in another way.
      return readFailure(error).kind === 'unclear';
    }
  };
}
