import type { Reply } from '../../../src/chat/reply.ts';
import { toPlainText } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { type MessageKey, translate } from '../../../src/i18n/translate.ts';
import { limits } from '../limits.ts';
import type { CardJson, HeaderColor } from './card-json.ts';
import { renderFrame } from './render-card.ts';
import { renderParagraph, shorten } from './render-text.ts';

export type ToastReply = Reply & { readonly kind: 'toast' };
type Tone = ToastReply['tone'];

/**
 * The response to a press: a toast, a new card replacing the pressed one, or nothing.
 * https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-callback-communication (2026-11-23)
 */
export interface CallbackAnswer {
  readonly toast?: { readonly type: 'success' | 'info' | 'warning' | 'error'; readonly content: string };
  readonly card?: { readonly type: 'raw'; readonly data: CardJson };
}

const types = { good: 'success', info: 'info', warning: 'warning', error: 'error' } as const;
const colors: Record<Tone, HeaderColor> = { good: 'green', info: 'blue', warning: 'orange', error: 'red' };

/** A toast as the response to a press. */
export const renderToast = (tone: Tone, words: string): Required<Pick<CallbackAnswer, 'toast'>> => ({
  toast: { type: types[tone], content: shorten(words, limits.toastCharacters) },
});

/** A toast for a user who did not press anything: a small card without a header. */
export const renderToastCard = ({ text }: Pick<ToastReply, 'text'>): CardJson =>
  renderFrame([renderParagraph(text)], shorten(toPlainText(text), limits.toastCharacters));

/** Replaces a form that was submitted or canceled. */
export function renderClosedForm(
  { tone, text }: Pick<ToastReply, 'tone' | 'text'>,
  title: MessageKey,
  locale: Locale,
): CardJson {
  const summary = shorten(toPlainText(text), limits.toastCharacters);
  return renderFrame([renderParagraph(text)], summary, { title: translate(locale, title), color: colors[tone] });
}
