import { words } from '../../src/chat/text.ts';
import { AppError } from '../../src/errors.ts';
import { translate } from '../../src/i18n/translate.ts';
import { type Answering, ask, deliver } from './answering.ts';
import { commandCharacters, type Said } from './receive-message.ts';
import { renderToastCard } from './render-toast.ts';

/**
 * Answers what was said to the bot, in a direct message. Settles when the answer stands, or cannot stand; rejects when it
 * is to be tried again, for then the event is not acknowledged and Feishu pushes it once more (after 15 s, 5 min, 1 h, 6 h).
 * The handler answers a repeated interaction as the first time, and the same send sends nothing twice.
 */
export async function answerMessage(answering: Answering, said: Said): Promise<void> {
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
    case 'message':
      await answering.accept(said.interaction);
      return;
    case 'command': {
      const outcome = await deliver(answering, said.interaction, await ask(answering, said.interaction));
      if (outcome?.outcome === 'later' || outcome?.outcome === 'unknown') throw new AppError('feishu.replyNotSent');
      return;
    }
    default:
      return said satisfies never;
  }
}
