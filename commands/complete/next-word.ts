import type { Context } from '../context.ts';

/** A word that may stand where the last one is being typed. */
export interface NextWord {
  readonly word: string;
  readonly label: string;
  readonly goesOn: boolean;
}

/** Who is typing, and what they may be offered. */
export type Typing = Pick<Context, 'person' | 'org' | 'now' | 'locale' | 'registry' | 'desk' | 'lists'>;
