import { movesOf } from '../../records/define-record.ts';
import type { ComplaintData } from './complaint-data.ts';
import type { complaintWords } from './words.ts';

/** Declares moves of complaints: their states and names are those in the words. */
export const { move, moveWith } = movesOf<ComplaintData, typeof complaintWords>();
