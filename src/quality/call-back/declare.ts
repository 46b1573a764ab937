import { movesOf } from '../../records/define-record.ts';
import type { CallBackData } from './call-back-data.ts';
import type { callBackWords } from './words.ts';

/** Declares moves of call backs: their states and names are those in the words. */
export const { move, moveWith } = movesOf<CallBackData, typeof callBackWords>();
