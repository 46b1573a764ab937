import type { LocalizedMessage } from '../say.ts';
import type { Plain } from '../shape/change.ts';

/** News for people about a record. */
export interface News extends LocalizedMessage {
  readonly to: readonly string[];
}

/** A child to raise, a move to signal to another record, or a letter to a contact at a customer. */
export type FollowUp =
  | {
      readonly kind: 'raise';
      readonly type: string;
      /** Omitted for a type that numbers itself per year. */
      readonly number?: string;
      /** Idempotency key: the first request raises the record, later ones find it. Without one, every request raises a new record. */
      readonly origin?: string;
      readonly input: Plain;
      /** The system move that reports its number back to the record that raised it, as `{ number }`. */
      readonly tells?: string;
    }
  | {
      readonly kind: 'signal';
      /** The other record: by its number, or by the origin it was raised under. */
      readonly number?: string;
      readonly origin?: string;
      readonly move: string;
      readonly input: Plain;
    }
  | {
      readonly kind: 'letter';
      /** The addressee: the address is looked up on sending, and never stored in the effect. */
      readonly contactId: string;
      /** Which letter; its text is written on sending. */
      readonly letter: string;
    };
