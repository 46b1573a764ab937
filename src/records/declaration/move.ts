import type { z } from 'zod';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Common } from '../shape/common.ts';
import type { RecordOf } from '../shape/record.ts';
import type { Ask, Refusal } from './ask.ts';
import type { FollowUp, News } from './follow-up.ts';
import type { ActorContext, RecordContext } from './record-context.ts';
import type { Role } from './role.ts';

/** A page of a record's for a customer: its purpose, and the contact it is for. */
export interface CustomerPage {
  readonly purpose: string;
  readonly contactId: string | null;
  /** The record that it shows, where that is another one. */
  readonly number?: string;
}

/** Where a move leads: to a state, or to one of several by what is known; with null the record stays where it is. */
export type Target<Data, Input, State extends string = string> =
  | State
  | {
      readonly oneOf: readonly State[];
      choose(record: RecordOf<Data>, input: Input, circumstances: RecordContext): State | null;
    };

/**
 * A move, declared. Everything in it is pure. `State` and `Name` are the states and the moves of its type: `movesOf` knows them from
 * the type's words.
 */
export interface MoveDeclaration<Data, Input, State extends string = string, Name extends string = string> {
  readonly from: readonly State[];
  /** The next state; left out, the record stays where it is. */
  readonly to?: Target<Data, Input, State>;
  /** Who may; an empty list is a move of the system alone. */
  readonly by: readonly Role<Data>[];
  /** Who may not, even in one of those roles. */
  readonly not?: readonly Role<Data>[];
  readonly asks?: Ask<Data, Input>;
  /** Its form tells of open records that may speak of the same matter. */
  readonly offersSimilar?: true;
  /** The schema of a system move's input. */
  readonly input?: z.ZodType<Input>;
  /** The numbers of the other records that `check` must see. */
  names?(input: Input): readonly string[];
  /** Why it cannot be made as things stand, or null. */
  check?(record: RecordOf<Data>, input: Input, who: ActorContext): Refusal | null;
  apply?(record: RecordOf<Data>, input: Input, who: ActorContext): Data;
  /** What it changes of the part that every record has. */
  applyCommon?(record: RecordOf<Data>, input: Input, who: ActorContext): Common;
  /** The day until which the state's deadline is put off; null leaves it. The first deadline stays on record. */
  extendsTo?(record: RecordOf<Data>, input: Input, who: ActorContext): string | null;
  /** Goes back to where the record stood: the clock of that state runs on as if it had never been left. */
  readonly resumes?: true;
  /** Takes the deadline along into the next state, where it runs on under that state's name. */
  readonly keepsDue?: true;
  /** Computes the deadlines that are provisional again, by the calendar as it is known now. */
  readonly recomputes?: true;
  /** Opens the next round. */
  readonly nextRound?: true;
  /** Whoever made it may take it back for the time that the organisation gives. */
  readonly undoable?: true;
  /** What undoes the moves that it signalled to other records, when it is taken back. */
  undoFollowUps?(record: RecordOf<Data>): readonly FollowUp[];
  /** Takes the last decision back. */
  readonly undoes?: true;
  followUps?(after: RecordOf<Data>, input: Input, circumstances: RecordContext): readonly FollowUp[];
  news?(after: RecordOf<Data>, input: Input, circumstances: RecordContext): readonly News[];
  /** Whether a button is worth showing now. */
  offered?(record: RecordOf<Data>): boolean;
  readonly style?: 'primary' | 'danger';
  /** Not on the card itself but behind *More*. */
  readonly secondary?: true;
  /** The form that comes next for the same person, or `open`: the record itself. */
  next?(after: RecordOf<Data>, input: Input): Name | 'open' | null;
  /** The page that whoever made it gives to the customer next: which, and whom it is for. */
  opensPage?(after: RecordOf<Data>): CustomerPage | null;
  /** A caution for the person who made it; the move stands. */
  caution?(after: RecordOf<Data>, input: Input): MessageKey | null;
  /** Brings the record nearer to its end: taken even when it has grown too large for anything else. */
  readonly closes?: true;
  /** A step of a draft: no line in the short history. */
  readonly draft?: true;
}

/** A move with its input's type closed over, so that moves of different inputs stand in one table. */
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
  /** Every state that it may lead to; empty for one after which the record stays where it is. */
  readonly targets: readonly string[];
  /** Holds the answers against the move's schema and binds the rest of the declaration to them. */
  bind(
    answers: unknown,
  ):
    | { readonly ok: true; readonly bound: BoundMove<Data> }
    | { readonly ok: false; readonly errors: Readonly<Record<string, Refusal>> };
}

/** A move whose input is known. */
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
