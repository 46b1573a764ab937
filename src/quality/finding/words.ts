import { defineWords } from '../../records/declaration/words.ts';
import { answerWords } from './words/answer.ts';
import { capaWords } from './words/capa.ts';
import { disputeWords } from './words/dispute.ts';
import { triageWords } from './words/triage.ts';

/** The words of findings, a file for each stage. */
export const findingWords = defineWords('finding', capaWords, triageWords, disputeWords, answerWords);
