import { office } from '../../records/declaration/office.ts';
import type { Role } from '../../records/declaration/role.ts';
import type { SurveyInvitationData } from './survey-invitation-data.ts';
import { surveyInvitationWords } from './words.ts';

type InvitationRole = Role<SurveyInvitationData>;

/** Whoever carries out one of its surveys. */
export const lead: InvitationRole = {
  id: 'lead',
  label: surveyInvitationWords.role.lead,
  holders: ({ data }, org) =>
    [...new Set(data.parts.map(({ leadId }) => leadId))].filter((id) => org.person(id)?.active),
};

/** 服务台专员 enter what a customer says on the telephone, too. */
export const serviceDesk = office('sd');

/** 质量效能部 */
export const quality = office('qed', 'qedManager');
