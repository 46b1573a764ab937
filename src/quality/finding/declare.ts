import { movesOf } from '../../records/define-record.ts';
import type { FindingData } from './finding-data.ts';
import type { findingWords } from './words.ts';

/** Declares moves of findings: their states and names are those in the words. */
export const { move, moveWith } = movesOf<FindingData, typeof findingWords>();
