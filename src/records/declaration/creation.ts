import type { Common } from '../common.ts';
import type { RecordOf } from '../record.ts';
import type { Ask, Refusal } from './ask.ts';
import type { Circumstances, Who } from './circumstances.ts';
import type { FollowUp } from './follow-up.ts';

/** How a record of a type comes into being. */
export interface Creation<Data, Input> {
  readonly asks: Ask<Data, Input>;
  initial(input: Input, who: Who): Data;
  /** What is known from the beginning of the part that every record has. */
  initialCommon?(input: Input, who: Who): Partial<Common>;
  /** What must happen elsewhere when it has come into being. */
  followUps?(born: RecordOf<Data>, input: Input, circumstances: Circumstances): readonly FollowUp[];
}

/** A creation whose input's type is closed over. */
export interface BoundCreation<Data> {
  readonly ask: Pick<Ask<Data, never>, 'fields' | 'intro'>;
  bind(answers: unknown):
    | {
        readonly ok: true;
        initial(who: Who): Data;
        initialCommon(who: Who): Partial<Common>;
        followUps(born: RecordOf<Data>, circumstances: Circumstances): readonly FollowUp[];
      }
    | { readonly ok: false; readonly errors: Readonly<Record<string, Refusal>> };
}
