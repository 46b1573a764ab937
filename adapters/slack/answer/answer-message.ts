import type { Interaction } from '../../../src/chat/interaction.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { words } from '../../../src/chat/text.ts';
import { within } from '../../../src/chat/within.ts';
import { AppError } from '../../../src/errors.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { limits } from '../limits.ts';
import { REPEAT_COMMAND } from '../receive/to-interaction.ts';
import type { SlackMessage } from '../render/render-card.ts';
import { renderToast } from '../render/render-toast.ts';
import { hasPictures } from '../send/pictures.ts';
import { type Answering, ask, messageOf, sentence } from './answering.ts';

const REMEMBERED = 1000;

/** Answers text written to the bot; see `createMessageAnswerer`. */
export type AnswerMessage = (interaction: Interaction & { kind: 'command' }) => Promise<void>;

/**
 * Answers text written to the bot. The event is acknowledged once the handler has decided. One that takes too long is not
 * acknowledged, so that Slack delivers it again in case this process dies before it answers; a redelivery waits for the
 * first run and is not answered a second time.
 */
export function createMessageAnswerer(answering: Answering): AnswerMessage {
  const decisions = new Map<string, Promise<void>>();

  function decide(interaction: Interaction & { kind: 'command' }): Promise<void> {
    const decision = ask(answering, interaction).then((reply) => {
      answering.background.run(() => showToWriter(answering, interaction, reply));
    });
    if (decisions.size >= REMEMBERED) decisions.delete(decisions.keys().next().value ?? '');
    decisions.set(interaction.id, decision);
    return decision;
  }

  return async (interaction) => {
    const decision = decisions.get(interaction.id) ?? decide(interaction);
    const first = await within(decision, answering.answerWithinMs);
    if (!first.inTime) throw new AppError('slack.undecided');
  };
}

async function showToWriter(answering: Answering, interaction: Interaction & { kind: 'command' }, reply: Reply) {
  const locale = await answering.locales.of(interaction.userId);
  if (reply.kind === 'card' && hasPictures(reply.card) && (await answering.tellCard(interaction, reply.card, locale)))
    return;
  const message = writerMessage(answering, interaction, reply, locale);
  if (message === null) return;
  // In a direct message the answer is a permanent message, as in any conversation.
  const channel = interaction.direct ? undefined : interaction.channel;
  await answering.tell({ userId: interaction.userId, channel }, message);
}

/** Text has no trigger to open a form with; a button that repeats the text does. */
function writerMessage(
  answering: Answering,
  { text }: Interaction & { kind: 'command' },
  reply: Reply,
  locale: Locale,
): SlackMessage | null {
  switch (reply.kind) {
    case 'toast':
    case 'card':
      return messageOf(answering, reply, locale);
    case 'form':
    case 'errors': {
      if (JSON.stringify({ text }).length > limits.buttonValue) return sentence(locale, 'slack.commandTooLong');
      const label = translate(locale, 'common.open');
      const button = { action: REPEAT_COMMAND, label, value: { text }, style: 'primary' } as const;
      return renderToast(words(translate(locale, 'slack.openForm', { title: reply.form.title })), locale, button);
    }
    case 'nothing':
      return null;
    default:
      return reply satisfies never;
  }
}
