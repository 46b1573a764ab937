import { shortenLetters } from '../../chat/shorten-text.ts';
import type { ComplaintData } from './complaint-data.ts';

/** The most characters of the complaint's text used as its title. */
const LONGEST = 40;

/** The beginning of the complaint's text. */
export const titleOf = ({ what }: Pick<ComplaintData, 'what'>): string =>
  shortenLetters(what.replace(/\s+/g, ' '), LONGEST);
