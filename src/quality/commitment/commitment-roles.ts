import { office } from '../../records/declaration/office.ts';
import type { Role } from '../../records/declaration/role.ts';
import type { CommitmentData } from './commitment-data.ts';
import { commitmentWords } from './words.ts';

/** 运维管理部经理 */
export const manager = office('omdManager');

/** The person who made the promise, while with the company; otherwise the operations manager. */
export const owner: Role<CommitmentData> = {
  id: 'owner',
  label: commitmentWords.role.owner,
  holders: (record, org) =>
    org.person(record.data.ownerId)?.active ? [record.data.ownerId] : manager.holders(record, org),
};
