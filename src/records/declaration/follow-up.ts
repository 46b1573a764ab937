import type { Plain } from '../change.ts';
import type { Saying } from '../say.ts';

/** News for people about a record. */
export interface News extends Saying {
  readonly to: readonly string[];
}

/** A child to be raised, or a move to be signalled to another record. */
export type FollowUp =
  | { readonly kind: 'raise'; readonly type: string; readonly number: string; readonly input: Plain }
  | { readonly kind: 'signal'; readonly number: string; readonly move: string; readonly input: Plain };
