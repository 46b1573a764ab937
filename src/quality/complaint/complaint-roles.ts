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

/** The person named to handle it, while with the company; otherwise the operations manager, or QED if it may be about them. */
export const handler: ComplaintRole = {
  id: 'handler',
  label: complaintWords.role.handler,
  holders(record, org) {
    const named = org.person(record.data.handlerId ?? '');
    if (named?.active) return [named.id];
    return (isOfAnybody(record.data) ? quality : manager).holders(record, org);
  },
};

/** Who recorded it. */
export const receiver: ComplaintRole = {
  id: 'receiver',
  label: complaintWords.role.receiver,
  alone: true,
  holders: ({ data }) => (data.receiverId === null ? [] : [data.receiverId]),
};

/** The accused: they decide nothing about it. */
export const accused: ComplaintRole = {
  id: 'accused',
  label: complaintWords.role.accused,
  alone: true,
  holders: ({ data }) => (data.accusedId === undefined ? [] : [data.accusedId]),
};
