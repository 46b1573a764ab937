import type { Card } from '../chat/card.ts';
import type { Platform } from '../chat/interaction.ts';
import type { OutFile } from '../chat/out-file.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Effect } from '../records/shape/effect.ts';
import type { RecordOf } from '../records/shape/record.ts';

/** An effect that is a message. */
export type PostEffect = Extract<Effect, { kind: 'post' }>;

/** Where, for whom and in what context a record's card is drawn. */
export interface DrawContext {
  readonly platform: Platform;
  readonly workspace: string;
  readonly locale: Locale;
  /** The person whose direct message it is in; null in a channel. */
  readonly personId: string | null;
  /** The message above the card when it is posted; a redrawn card has none. */
  readonly lead?: NonNullable<PostEffect['lead']>;
  /** There is a newer card below it: drawn without buttons. */
  readonly retired: boolean;
}

/** How messages are drawn, supplied by the code that wires the outbox. A failure counts as temporary: it is logged, and the card is drawn again later. */
export interface Draw {
  /** The card of a record in its current state. */
  record(record: RecordOf<unknown>, context: DrawContext): Promise<Card>;
  /** News about a record, to one person. */
  tell(record: RecordOf<unknown>, effect: PostEffect): Promise<Card>;
  /** A card drawn from the effect's `content` alone. */
  notice(effect: PostEffect): Promise<Card>;
  /** A file made from the effect's `content`. */
  file(effect: PostEffect): Promise<OutFile>;
}
