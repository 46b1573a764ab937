import { movesOf } from '../../records/define-record.ts';
import type { FindingData } from './finding-data.ts';
import type { findingWords } from './words.ts';

/** Declares the moves of findings; the compiler checks states and names against the words. */
export const { move, moveWith } = movesOf<FindingData, typeof findingWords>();
