import type { Common } from '../shape/common.ts';
import type { RecordOf } from '../shape/record.ts';
import type { Ask, Refusal } from './ask.ts';
import type { FollowUp } from './follow-up.ts';
import type { ActorContext, RecordContext } from './record-context.ts';

/** A type, and what its creation is told; what it refuses stands at fields of the same names. */
export interface Destination {
  readonly type: string;
  readonly answers: unknown;
}

/** How a record of a type comes into being. */
export interface Creation<Data, Input> {
  readonly asks: Ask<Data, Input>;
  initial(input: Input, who: ActorContext): Data;
  /** What is known from the beginning of the part that every record has. */
  initialCommon?(input: Input, who: ActorContext): Partial<Common>;
  /** Where the answers are those of another type's record: which, and what its creation is told. Null where they are its own (ADR 48). */
  leadsTo?(input: Input): Destination | null;
  /** What must happen elsewhere when it has come into being. */
  followUps?(born: RecordOf<Data>, input: Input, circumstances: RecordContext): readonly FollowUp[];
}

/** A creation whose input's type is closed over. */
export interface BoundCreation<Data> {
  readonly ask: Pick<Ask<Data, never>, 'fields' | 'intro'>;
  bind(answers: unknown):
    | {
        readonly ok: true;
        readonly leadsTo: Destination | null;
        initial(who: ActorContext): Data;
        initialCommon(who: ActorContext): Partial<Common>;
        followUps(born: RecordOf<Data>, circumstances: RecordContext): readonly FollowUp[];
      }
    | { readonly ok: false; readonly errors: Readonly<Record<string, Refusal>> };
}
