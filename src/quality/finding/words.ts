import type { Called } from '../../records/declaration/called.ts';
import { defineWords } from '../../records/declaration/words.ts';
import { answerWords } from './words/answer.ts';
import { capaWords } from './words/capa.ts';
import { disputeWords } from './words/dispute.ts';
import { triageWords } from './words/triage.ts';

/** The words of findings, a file for each stage. */
export const findingWords = defineWords('finding', capaWords, triageWords, disputeWords, answerWords);

/** What people call findings in chat. */
export const findingCalled: Called = {
  nouns: { 'zh-CN': ['不符合项', '不符合', '发现'], en: [] },
  phrases: { 'zh-CN': ['报告不符合', '报告不符合项', '报告发现项', '上报不符合'], en: [] },
  slash: 'finding',
};
