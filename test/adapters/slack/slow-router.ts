import type { Reply } from '../../../src/chat/reply.ts';
import { words } from '../../../src/chat/text.ts';
import type { OpenSlackAdapter } from '../../worlds/slack.ts';

/** From now on the router answers only when the function returned is called. */
export function slowRouter(bot: OpenSlackAdapter, reply: Reply): () => void {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  bot.answer(() => gate.then(() => reply));
  bot.beforeClose.push(() => letGo());
  return () => letGo();
}

/** A short good answer. */
export const toast = (text: string): Reply => ({ kind: 'toast', tone: 'good', text: words(text) });
