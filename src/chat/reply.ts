import type { Locale } from '../i18n/locale.ts';
import type { Card } from './card.ts';
import type { Form } from './form.ts';
import type { Text } from './text.ts';

/**
 * The answer to an interaction, as data. Every kind may follow every kind of interaction; an adapter has one way to show
 * each:
 * - `toast`: a short answer that only this person sees. It closes a form that was submitted, unless its tone is `error`: then
 *   nothing is known to have been done, and the form stays with what was typed.
 * - `form`: open this form (in place of the one that was submitted, when there was one).
 * - `errors`: the submitted form again, with the answers kept and the errors at their fields.
 * - `card`: a card that only this person sees. It closes a form that was submitted. With `replaces` it stands in the place of the
 *   card that the form was asked for on, where that was seen by this person only and can still be replaced.
 * - `nothing`: the interaction needs no answer.
 */
export type Reply = ReplyBody & {
  /** The language it is in, for the words that the adapter adds to it; absent when nobody knows the person. */
  readonly locale?: Locale;
};

type ReplyBody =
  | {
      readonly kind: 'toast';
      readonly tone: 'good' | 'info' | 'warning' | 'error';
      readonly text: Text;
      /** The pressed card as it looks now, for a platform that can show it in the same answer. */
      readonly refresh?: Card;
      /** What stands in the place of the pressed card from now on; nobody else will redraw it. */
      readonly next?: Card;
    }
  | { readonly kind: 'form'; readonly form: Form }
  /** `errors` by field name; `form` holds the answers as `initial`. `general` is an error of the whole. */
  | {
      readonly kind: 'errors';
      readonly form: Form;
      readonly errors: Readonly<Record<string, string>>;
      readonly general?: string;
    }
  | { readonly kind: 'card'; readonly card: Card; readonly replaces?: boolean }
  | { readonly kind: 'nothing' };
