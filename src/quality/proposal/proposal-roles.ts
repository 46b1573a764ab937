import type { Role } from '../../records/declaration/role.ts';
import type { ProposalData } from './proposal-data.ts';
import { proposalWords } from './words.ts';

/** 质量效能部 */
export const quality: Role<ProposalData> = {
  id: 'quality',
  label: proposalWords.role.quality,
  holders: (_record, org) => org.idsWith('qed', 'qedManager'),
};

/** 管理者代表 */
export const representative: Role<ProposalData> = {
  id: 'representative',
  label: proposalWords.role.representative,
  holders: (_record, org) => org.idsWith('mr'),
};
