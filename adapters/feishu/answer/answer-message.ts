import { words } from '../../../src/chat/text.ts';
import { AppError } from '../../../src/errors.ts';
import { translate } from '../../../src/i18n/translate.ts';
import type { Kind } from '../receive/receive.ts';
import { commandCharacters, type ReceivedMessage } from '../receive/receive-message.ts';
import { renderToastCard } from '../render/render-toast.ts';
import { type Answering, ask, deliver } from './answering.ts';

/**
 * Answers what was said to the bot, in a direct message. Resolves when the answer is posted or cannot be; rejects if it
 * must be retried: the event is then not acknowledged and Feishu pushes it again (after 15 s, 5 min, 1 h, 6 h).
 * The handler answers a repeated interaction as it did the first time, and repeating a send posts nothing twice.
 */
export async function answerMessage(answering: Answering, said: ReceivedMessage): Promise<void> {
  switch (said.kind) {
    case 'ignored':
      return;
    case 'undecided':
      throw new AppError('feishu.botUnknown');
    case 'tooLong': {
      const text = words(translate(answering.locale, 'feishu.message.tooLong', { limit: commandCharacters }));
      await answering.sender.tell(said.userId, renderToastCard({ text }), `reply ${said.message}`);
      return;
    }
    case 'message': {
      const { message, parent } = said.interaction;
      if (message.files.length > 0 && parent && (await answering.formFiles.awaits(parent.message))) {
        return noteFiles(answering, said.interaction);
      }
      await answering.accept(said.interaction);
      return;
    }
    case 'command': {
      const outcome = await deliver(answering, said.interaction, await ask(answering, said.interaction));
      if (outcome?.outcome === 'later' || outcome?.outcome === 'unknown') throw new AppError('feishu.replyNotSent');
      return;
    }
    default:
      return said satisfies never;
  }
}

/** Files for a form that is not submitted yet: they are read from the conversation on submit. */
async function noteFiles({ sender, locale }: Answering, { id, userId }: Kind<'message'>): Promise<void> {
  const text = words(translate(locale, 'feishu.form.filesNoted'));
  const outcome = await sender.tell(userId, renderToastCard({ text }), `reply ${id}`);
  if (outcome.outcome === 'later' || outcome.outcome === 'unknown') throw new AppError('feishu.replyNotSent');
}
