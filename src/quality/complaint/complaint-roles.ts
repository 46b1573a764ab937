import { office } from '../../records/declaration/office.ts';
import type { Role } from '../../records/declaration/role.ts';
import type { ComplaintData } from './complaint-data.ts';
import { isOfAnybody } from './complaint-readers.ts';
import { complaintWords } from './words.ts';

type ComplaintRole = Role<ComplaintData>;

/** 服务台专员 */
export const serviceDesk = office('sd');

/** 运维管理部经理 */
export const manager = office('omdManager');

/** 质量效能部 */
export const quality = office('qed', 'qedManager');

/** Whoever was named to look into it, while they are with the company; else the operations manager, or QED where it may be of them. */
export const handler: ComplaintRole = {
  id: 'handler',
  label: complaintWords.role.handler,
  holders(record, org) {
    const named = org.person(record.data.handlerId ?? '');
    if (named?.active) return [named.id];
    return (isOfAnybody(record.data) ? quality : manager).holders(record, org);
  },
};

/** Whoever took it down. */
export const receiver: ComplaintRole = {
  id: 'receiver',
  label: complaintWords.role.receiver,
  alone: true,
  holders: ({ data }) => (data.receiverId === null ? [] : [data.receiverId]),
};

/** Whoever is complained of: they decide nothing about it. */
export const accused: ComplaintRole = {
  id: 'accused',
  label: complaintWords.role.accused,
  alone: true,
  holders: ({ data }) => (data.accusedId === undefined ? [] : [data.accusedId]),
};
