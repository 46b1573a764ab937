import type { z } from 'zod';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Common } from '../shape/common.ts';
import type { RecordOf } from '../shape/record.ts';
import type { Ask, Refusal } from './ask.ts';
import type { FollowUp, News } from './follow-up.ts';
import type { ActorContext, RecordContext } from './record-context.ts';
import type { Role } from './role.ts';

/** A customer page of a record: its purpose and the contact it is for. */
export interface CustomerPage {
  readonly purpose: string;
  readonly contactId: string | null;
  /** The record to show, if it is another one. */
  readonly number?: string;
}

/** A move's target: one state, or a choice of several; null leaves the record where it is. */
export type Target<Data, Input, State extends string = string> =
  | State
  | {
      readonly oneOf: readonly State[];
      choose(record: RecordOf<Data>, input: Input, circumstances: RecordContext): State | null;
    };

/**
 * The declaration of a move. Everything in it is pure. `State` and `Name` are the states and moves of its type: `movesOf` takes them from the type's
 * words.
 */
export interface MoveDeclaration<Data, Input, State extends string = string, Name extends string = string> {
  readonly from: readonly State[];
  /** The next state; if omitted, the record stays where it is. */
  readonly to?: Target<Data, Input, State>;
  /** Who may; an empty list means only the system. */
  readonly by: readonly Role<Data>[];
  /** Who may not, even in one of those roles. */
  readonly not?: readonly Role<Data>[];
  readonly asks?: Ask<Data, Input>;
  /** Its form points out open records that may be about the same matter. */
  readonly offersSimilar?: true;
  /** The schema of a system move's input. */
  readonly input?: z.ZodType<Input>;
  /** The numbers of the other records that `check` must see. */
  names?(input: Input): readonly string[];
  /** Why it cannot be made in the current situation, or null. */
  check?(record: RecordOf<Data>, input: Input, who: ActorContext): Refusal | null;
  apply?(record: RecordOf<Data>, input: Input, who: ActorContext): Data;
  /** Its changes to the common part. */
  applyCommon?(record: RecordOf<Data>, input: Input, who: ActorContext): Common;
  /** The day the state's deadline is extended to; null leaves it. The first deadline stays on record. */
  extendsTo?(record: RecordOf<Data>, input: Input, who: ActorContext): string | null;
  /** Returns to an earlier state: that state's clock continues as if it had never been left. */
  readonly resumes?: true;
  /** Carries the deadline over into the next state, where it continues under that state's name. */
  readonly keepsDue?: true;
  /** Recomputes provisional deadlines by the calendar as it is known now. */
  readonly recomputes?: true;
  /** Opens the next round. */
  readonly nextRound?: true;
  /** The actor may undo it for the time set by the organization. */
  readonly undoable?: true;
  /** What reverses the moves it signaled to other records, when it is undone. */
  undoFollowUps?(record: RecordOf<Data>): readonly FollowUp[];
  /** Undoes the last decision. */
  readonly undoes?: true;
  followUps?(after: RecordOf<Data>, input: Input, circumstances: RecordContext): readonly FollowUp[];
  news?(after: RecordOf<Data>, input: Input, circumstances: RecordContext): readonly News[];
  /** Whether a button is worth showing now. */
  offered?(record: RecordOf<Data>): boolean;
  readonly style?: 'primary' | 'danger';
  /** Shown behind *More* instead of on the card itself. */
  readonly secondary?: true;
  /** The next form for the same person, or `open`: the record itself. */
  next?(after: RecordOf<Data>, input: Input): Name | 'open' | null;
  /** The customer page the actor hands over next: which one, and for whom. */
  opensPage?(after: RecordOf<Data>): CustomerPage | null;
  /** A caution for the actor; the move stands. */
  caution?(after: RecordOf<Data>, input: Input): MessageKey | null;
  /** Brings the record closer to its end: accepted even when the record is too large for anything else. */
  readonly closes?: true;
  /** A draft step: not shown in the short history. */
  readonly draft?: true;
}

/** A move with its input type closed over, so that moves with different inputs fit in one table. */
export interface Move<Data>
  extends Omit<
    MoveDeclaration<Data, never>,
    | 'asks'
    | 'input'
    | 'to'
    | 'names'
    | 'check'
    | 'apply'
    | 'applyCommon'
    | 'extendsTo'
    | 'followUps'
    | 'news'
    | 'next'
    | 'caution'
  > {
  readonly ask: Pick<Ask<Data, never>, 'fields' | 'intro'> | null;
  /** Every state it can lead to; empty if the record stays where it is. */
  readonly targets: readonly string[];
  /** Checks the answers against the move's schema and binds the rest of the declaration to them. */
  bind(
    answers: unknown,
  ):
    | { readonly ok: true; readonly bound: BoundMove<Data> }
    | { readonly ok: false; readonly errors: Readonly<Record<string, Refusal>> };
}

/** A move with its input parsed. */
export interface BoundMove<Data> {
  to(record: RecordOf<Data>, circumstances: RecordContext): string;
  names(): readonly string[];
  check(record: RecordOf<Data>, who: ActorContext): Refusal | null;
  apply(record: RecordOf<Data>, who: ActorContext): Data;
  applyCommon(record: RecordOf<Data>, who: ActorContext): Common;
  extendsTo(record: RecordOf<Data>, who: ActorContext): string | null;
  followUps(after: RecordOf<Data>, circumstances: RecordContext): readonly FollowUp[];
  news(after: RecordOf<Data>, circumstances: RecordContext): readonly News[];
  next(after: RecordOf<Data>): string | null;
  caution(after: RecordOf<Data>): MessageKey | null;
}
