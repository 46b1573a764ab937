import { movesOf } from '../../records/define-record.ts';
import type { CompanySurveyData } from './company-survey-data.ts';
import type { companySurveyWords } from './words.ts';

/** Declares the moves of company surveys; the compiler checks states and names against the words. */
export const { move, moveWith } = movesOf<CompanySurveyData, typeof companySurveyWords>();
