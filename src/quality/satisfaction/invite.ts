import type { FollowUp } from '../../records/declaration/follow-up.ts';
import { raise, signal } from '../../records/shape/contract.ts';
import { contracts } from '../contracts.ts';
import { invitationOrigin } from './surveyed.ts';

/** Asks a contact: raises the month's invitation if there is none yet, and adds the survey to it. */
export function invite(survey: string, month: string, contactId: string): FollowUp[] {
  const origin = invitationOrigin(month, contactId);
  return [
    raise(contracts.surveyInvitation.raise, { month, contactId }, { origin }),
    signal(contracts.surveyInvitation.include, { origin }, { survey }),
  ];
}
