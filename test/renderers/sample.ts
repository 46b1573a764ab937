import type { Card } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';
import type { Platform } from '../../src/chat/interaction.ts';
import type { Locale } from '../../src/i18n/locale.ts';

/** What the product shows: a card, or a form with what is wrong in it. */
export type Shown =
  /** `home`: on Slack it is the person's home tab. */
  | { readonly kind: 'card'; readonly card: Card; readonly home?: true }
  | { readonly kind: 'form'; readonly form: Form; readonly errors?: Readonly<Record<string, string>> };

/** One thing that the product shows, on whichever platform. */
export interface Sample {
  /** The file its expected output stands in; samples of one record stand in one file. */
  readonly name: string;
  /** Which of them it is: `channel`, `personal` ... */
  readonly as: string;
  readonly locale: Locale;
  readonly on: (platform: Platform) => Shown;
}
