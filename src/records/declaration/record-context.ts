import type { Platform } from '../../chat/interaction.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { RecordOf } from '../shape/record.ts';

/** What a pure decision may look at besides the record. */
export interface RecordContext {
  readonly org: Organisation;
  readonly now: Date;
  /** The records that the move names, by number, as they stood when it was decided; what is not there does not exist for its maker. */
  readonly others?: ReadonlyMap<string, RecordOf<unknown>>;
}

/** For whom, and where, something is drawn. */
export interface View extends RecordContext {
  readonly locale: Locale;
  readonly platform: Platform;
  readonly workspace: string;
  /** The person who looks at it; null in a channel. */
  readonly viewer: string | null;
}

/** Who makes a move, and when. */
export interface ActorContext extends RecordContext {
  /** The person's id, or null for the system. */
  readonly actorId: string | null;
}
