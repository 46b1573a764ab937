import { movesOf } from '../../records/define-record.ts';
import type { ComplaintData } from './complaint-data.ts';
import type { complaintWords } from './words.ts';

/** Declares the moves of complaints; the compiler checks states and names against the words. */
export const { move, moveWith } = movesOf<ComplaintData, typeof complaintWords>();
