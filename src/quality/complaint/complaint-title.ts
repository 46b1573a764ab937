import { shortenLetters } from '../../chat/shorten-text.ts';
import type { ComplaintData } from './complaint-data.ts';

/** The most characters of what was said that stand as its title. */
const LONGEST = 40;

/** The beginning of what was said. */
export const titleOf = ({ what }: Pick<ComplaintData, 'what'>): string =>
  shortenLetters(what.replace(/\s+/g, ' '), LONGEST);
