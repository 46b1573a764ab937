import type { Role } from '../../records/declaration/role.ts';
import type { ProposalData } from './proposal-data.ts';

/** 质量效能部 */
export const quality: Role<ProposalData> = {
  id: 'quality',
  label: 'proposal.role.quality',
  holders: (_record, org) => org.idsWith('qed', 'qedManager'),
};

/** 管理者代表 */
export const representative: Role<ProposalData> = {
  id: 'representative',
  label: 'proposal.role.representative',
  holders: (_record, org) => org.idsWith('mr'),
};
