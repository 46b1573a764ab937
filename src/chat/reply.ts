import type { Locale } from '../i18n/locale.ts';
import type { Card } from './card.ts';
import type { Form } from './form.ts';
import type { Text } from './text.ts';

/**
 * The answer to an interaction, as data. Any kind may follow any kind of interaction; an adapter has one way to show each:
 * - `toast`: a short answer that only this user sees. It closes a submitted form, unless its tone is `error`: then
 *   nothing is known to have been done, and the form stays with what was typed.
 * - `form`: open this form (in place of the submitted one, if there was one).
 * - `errors`: the submitted form again, with the answers kept and the errors at their fields.
 * - `card`: a card that only this user sees. It closes a submitted form. With `replaces` it replaces the card on which
 *   the form was requested, if only this user saw that card and it can still be replaced.
 * - `nothing`: the interaction needs no answer.
 */
export type Reply = ReplyBody & {
  /** Its language, for text that the adapter adds; absent if the user is unknown. */
  readonly locale?: Locale;
};

type ReplyBody =
  | {
      readonly kind: 'toast';
      readonly tone: 'good' | 'info' | 'warning' | 'error';
      readonly text: Text;
      /** The pressed card as it looks now, for a platform that can show it in the same response. */
      readonly refresh?: Card;
      /** What replaces the pressed card from now on; nothing else will redraw it. */
      readonly next?: Card;
    }
  | { readonly kind: 'form'; readonly form: Form }
  /** `errors` by field name; `form` holds the answers as `initial`. `general` is an error about the whole form. */
  | {
      readonly kind: 'errors';
      readonly form: Form;
      readonly errors: Readonly<Record<string, string>>;
      readonly general?: string;
    }
  | { readonly kind: 'card'; readonly card: Card; readonly replaces?: boolean }
  | { readonly kind: 'nothing' };
