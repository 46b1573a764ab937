import type { Platform } from '../../chat/interaction.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { RecordOf } from '../shape/record.ts';

/** What a pure decision may look at in addition to the record. */
export interface RecordContext {
  readonly org: Organisation;
  readonly now: Date;
  /** The records named by the move, by number, as of the decision; missing ones do not exist as far as the actor knows. */
  readonly others?: ReadonlyMap<string, RecordOf<unknown>>;
}

/** Who is looking, and where. */
export interface View extends RecordContext {
  readonly locale: Locale;
  readonly platform: Platform;
  readonly workspace: string;
  /** The person looking; null in a channel. */
  readonly viewer: string | null;
}

/** Who makes a move, and when. */
export interface ActorContext extends RecordContext {
  /** The person's id, or null for the system. */
  readonly actorId: string | null;
}
