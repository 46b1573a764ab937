import type { Organisation } from '../../org/organisation.ts';
import { office } from '../../records/declaration/office.ts';
import type { Role } from '../../records/declaration/role.ts';
import type { CallBackData } from './call-back-data.ts';
import { callBackWords } from './words.ts';

type CallBackRole = Role<CallBackData>;

/** The agents who call: those of the project's department, otherwise of its site, otherwise all. */
export function agentsFor({ departmentId }: Pick<CallBackData, 'departmentId'>, org: Organisation): string[] {
  const all = org.peopleWith('sd');
  const site = org.siteOfDepartment(departmentId ?? '').id;
  const own = all.filter(({ department }) => department === departmentId);
  const near = all.filter(({ id }) => org.siteOfPerson(id).id === site);
  const agents = [own, near, all].find((some) => some.length > 0) ?? [];
  return agents.map(({ id }) => id);
}

/** Who should call: the agent who has taken it, otherwise anyone at the service desk. */
export const caller: CallBackRole = {
  id: 'caller',
  label: callBackWords.role.caller,
  holders({ data }, org) {
    const named = org.person(data.taken?.by ?? '');
    return named?.active ? [named.id] : agentsFor(data, org);
  },
};

/** 服务台专员: any of them may record what a customer says, no matter who has taken the call-back. */
export const agent = office('sd');

/** The agent who has taken it. */
export const holder: CallBackRole = {
  id: 'holder',
  label: callBackWords.role.holder,
  alone: true,
  holders: ({ data }) => (data.taken ? [data.taken.by] : []),
};

/** 运维管理部经理 */
export const manager = office('omdManager');

/** 质量效能部 */
export const quality = office('qed');
