import { movesOf } from '../../records/define-record.ts';
import type { SurveyInvitationData } from './survey-invitation-data.ts';
import type { surveyInvitationWords } from './words.ts';

/** Declares the moves of survey invitations; the compiler checks states and names against the words. */
export const { move, moveWith } = movesOf<SurveyInvitationData, typeof surveyInvitationWords>();
