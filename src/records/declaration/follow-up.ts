import type { Plain } from '../change.ts';
import type { Saying } from '../say.ts';

/** News for people about a record. */
export interface News extends Saying {
  readonly to: readonly string[];
}

/** A child to be raised, or a move to be signalled to another record. */
export type FollowUp =
  | {
      readonly kind: 'raise';
      readonly type: string;
      /** Left out for a type that numbers itself per year. */
      readonly number?: string;
      readonly input: Plain;
      /** The system move by which whoever raised it hears its number, as `{ number }`. */
      readonly tells?: string;
    }
  | { readonly kind: 'signal'; readonly number: string; readonly move: string; readonly input: Plain };
