import { movesOf } from '../../records/define-record.ts';
import type { CompanySurveyData } from './company-survey-data.ts';
import type { companySurveyWords } from './words.ts';

/** Declares moves of company surveys: their states and names are those in the words. */
export const { move, moveWith } = movesOf<CompanySurveyData, typeof companySurveyWords>();
