import type { Organisation, RoleName } from '../../org/organisation.ts';
import { office } from '../../records/declaration/office.ts';
import type { Role } from '../../records/declaration/role.ts';
import type { VisitData } from './visit-data.ts';
import { visitWords } from './words.ts';

type VisitRole = Role<VisitData>;

/** 运维管理部经理及以上 (R29): one of them must take part. */
export const seniorRoles: readonly RoleName[] = ['omdManager', 'mr', 'top'];

/** Whether a person is the operations manager or above. */
export const isSenior = (id: string, org: Organisation): boolean =>
  org.person(id)?.active === true && org.person(id)?.roles.some((role) => seniorRoles.includes(role)) === true;

/** 运维管理部经理 (R38) */
export const manager = office('omdManager');

/** 运维管理部经理及以上 */
export const senior: VisitRole = {
  id: 'senior',
  label: visitWords.role.senior,
  holders: (_record, org) => org.idsWith(...seniorRoles),
};

/** The people who go. */
export const participant: VisitRole = {
  id: 'participant',
  label: visitWords.role.participant,
  alone: true,
  holders: ({ data }) => data.participantIds,
};

/** 专业负责人 of the customer's projects. */
export const lead: VisitRole = {
  id: 'lead',
  label: visitWords.role.lead,
  alone: true,
  holders: ({ data }, org) => [
    ...new Set(
      org.projects.filter(({ customer }) => customer === data.customerId).flatMap(({ id }) => org.leadsOf(id)),
    ),
  ],
};
