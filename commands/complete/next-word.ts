import type { Context } from '../context.ts';

/** A word that can complete the last one being typed. */
export interface NextWord {
  readonly word: string;
  readonly label: string;
  readonly goesOn: boolean;
}

/** The user who is typing, and what they may be offered. */
export type Typing = Pick<Context, 'person' | 'org' | 'now' | 'locale' | 'registry' | 'desk' | 'lists'>;
