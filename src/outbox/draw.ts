import type { Card } from '../chat/card.ts';
import type { Platform } from '../chat/interaction.ts';
import type { OutFile } from '../chat/out-file.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Effect } from '../records/shape/effect.ts';
import type { RecordOf } from '../records/shape/record.ts';

/** An effect that is a message. */
export type PostEffect = Extract<Effect, { kind: 'post' }>;

/** Where, for whom and in what role a record's card is drawn. */
export interface DrawContext {
  readonly platform: Platform;
  readonly workspace: string;
  readonly locale: Locale;
  /** Whose direct message it stands in; null in a channel. */
  readonly personId: string | null;
  /** The message above the card, when it is posted; a card that is redrawn has none. */
  readonly lead?: NonNullable<PostEffect['lead']>;
  /** A newer card stands below it: to be drawn without buttons. */
  readonly retired: boolean;
}

/**
 * How things look, handed in by whoever wires the outbox. A failure is taken for a passing one: it is logged, and the card
 * is drawn again later.
 */
export interface Draw {
  /** The record's card, from the record as it stands. */
  record(record: RecordOf<unknown>, context: DrawContext): Promise<Card>;
  /** News about a record, to one person. */
  tell(record: RecordOf<unknown>, effect: PostEffect): Promise<Card>;
  /** A card made of the effect's `content` alone. */
  notice(effect: PostEffect): Promise<Card>;
  /** A file made of the effect's `content`. */
  file(effect: PostEffect): Promise<OutFile>;
}
