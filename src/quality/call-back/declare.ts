import { movesOf } from '../../records/define-record.ts';
import type { CallBackData } from './call-back-data.ts';
import type { callBackWords } from './words.ts';

/** Declares the moves of call-backs; the compiler checks states and names against the words. */
export const { move, moveWith } = movesOf<CallBackData, typeof callBackWords>();
