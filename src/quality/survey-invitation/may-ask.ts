import type { View } from '../../records/declaration/record-context.ts';
import type { SurveyInvitationData } from './survey-invitation-data.ts';

/** Whether whoever looks at it is one of those who call the contact: the service desk, quality, and the surveys' leads. */
export function mayAsk({ parts }: SurveyInvitationData, { org, viewer }: Pick<View, 'org' | 'viewer'>): boolean {
  if (viewer === null) return false;
  const roles = org.person(viewer)?.roles ?? [];
  return (
    parts.some(({ leadId }) => leadId === viewer) ||
    roles.some((role) => role === 'sd' || role === 'qed' || role === 'qedManager')
  );
}
