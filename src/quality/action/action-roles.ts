import type { Role } from '../../records/declaration/role.ts';
import type { ActionData } from './action-data.ts';
import { actionWords } from './words.ts';

const present = (...ids: readonly (string | undefined)[]) => ids.filter((id) => id !== undefined);

/** The person named in the report, while with the company; otherwise the department's head. */
export const owner: Role<ActionData> = {
  id: 'owner',
  label: actionWords.role.owner,
  holders: ({ data }, org) =>
    present(org.person(data.ownerId)?.active ? data.ownerId : org.headOf(data.departmentId)?.id),
};

/** The head of the department that answers the finding. */
export const head: Role<ActionData> = {
  id: 'head',
  label: actionWords.role.head,
  holders: ({ data }, org) => present(org.headOf(data.departmentId)?.id),
};

/** The report's approver, while with the company; otherwise 质量效能部, which follows up on actions. */
export const approver: Role<ActionData> = {
  id: 'approver',
  label: actionWords.role.approver,
  holders({ data }, org) {
    const approved = org.person(data.approverId ?? '');
    if (approved?.active) return [approved.id];
    return org.idsWith('qed', 'qedManager');
  },
};
