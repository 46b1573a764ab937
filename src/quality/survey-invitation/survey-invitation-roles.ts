import { office } from '../../records/declaration/office.ts';
import type { Role } from '../../records/declaration/role.ts';
import type { SurveyInvitationData } from './survey-invitation-data.ts';
import { surveyInvitationWords } from './words.ts';

type InvitationRole = Role<SurveyInvitationData>;

/** The leads of its surveys. */
export const lead: InvitationRole = {
  id: 'lead',
  label: surveyInvitationWords.role.lead,
  holders: ({ data }, org) =>
    [...new Set(data.parts.map(({ leadId }) => leadId))].filter((id) => org.person(id)?.active),
};

/** 服务台专员 also enter what a customer says on the telephone. */
export const serviceDesk = office('sd');

/** 质量效能部 */
export const quality = office('qed', 'qedManager');
