import { movesOf } from '../../records/define-record.ts';
import type { SurveyInvitationData } from './survey-invitation-data.ts';
import type { surveyInvitationWords } from './words.ts';

/** Declares moves of survey invitations: their states and names are those in the words. */
export const { move, moveWith } = movesOf<SurveyInvitationData, typeof surveyInvitationWords>();
