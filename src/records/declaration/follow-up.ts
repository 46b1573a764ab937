import type { LocalizedMessage } from '../say.ts';
import type { Plain } from '../shape/change.ts';

/** News for people about a record. */
export interface News extends LocalizedMessage {
  readonly to: readonly string[];
}

/** A child to be raised, a move to be signalled to another record, or a letter to somebody at a customer's. */
export type FollowUp =
  | {
      readonly kind: 'raise';
      readonly type: string;
      /** Left out for a type that numbers itself per year. */
      readonly number?: string;
      /** Whoever asks first under an origin has it raised; for the others it is there. Without one every asking raises its own. */
      readonly origin?: string;
      readonly input: Plain;
      /** The system move by which whoever raised it hears its number, as `{ number }`. */
      readonly tells?: string;
    }
  | {
      readonly kind: 'signal';
      /** The other record: by its number, or by the origin that it was raised under. */
      readonly number?: string;
      readonly origin?: string;
      readonly move: string;
      readonly input: Plain;
    }
  | {
      readonly kind: 'letter';
      /** To whom: where they are reached is looked up when it is sent, and stands in no effect. */
      readonly contactId: string;
      /** Which letter it is; what stands in it is written when it is sent. */
      readonly letter: string;
    };
