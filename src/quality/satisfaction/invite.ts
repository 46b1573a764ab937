import type { FollowUp } from '../../records/declaration/follow-up.ts';
import { invitationOrigin } from './surveyed.ts';

/** Asks a contact: raises the invitation of the month where there is none yet, and puts the survey on it. */
export function invite(survey: string, month: string, contactId: string): FollowUp[] {
  const origin = invitationOrigin(month, contactId);
  return [
    { kind: 'raise', type: 'surveyInvitation', origin, input: { month, contactId } },
    { kind: 'signal', origin, move: 'include', input: { survey } },
  ];
}
