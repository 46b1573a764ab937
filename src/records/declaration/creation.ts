import type { Common } from '../shape/common.ts';
import type { RecordOf } from '../shape/record.ts';
import type { Ask, Refusal } from './ask.ts';
import type { FollowUp } from './follow-up.ts';
import type { ActorContext, RecordContext } from './record-context.ts';

/** A type and the input for its creation; errors appear at fields of the same names. */
export interface Destination {
  readonly type: string;
  readonly answers: unknown;
}

/** How a record of a type is created. */
export interface Creation<Data, Input> {
  readonly asks: Ask<Data, Input>;
  initial(input: Input, who: ActorContext): Data;
  /** The initial values of the common part. */
  initialCommon?(input: Input, who: ActorContext): Partial<Common>;
  /** If the answers belong to another type's record: that type and the input for its creation. Null if they are its own (ADR 48). */
  leadsTo?(input: Input): Destination | null;
  /** What must happen elsewhere after the creation. */
  followUps?(born: RecordOf<Data>, input: Input, circumstances: RecordContext): readonly FollowUp[];
}

/** A creation with its input type closed over. */
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
