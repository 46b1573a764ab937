import type { Role } from '../declaration/role.ts';
import { isOverseer } from '../shape/access.ts';

/** Everybody who may read the record: all of us, or, where it is restricted, the people named in it, QED and MR. */
export const reader: Role<unknown> = {
  id: 'reader',
  label: 'record.role.reader',
  alone: true,
  holders: ({ restricted, readerIds }, org) =>
    org.people.map(({ id }) => id).filter((id) => !restricted || readerIds.includes(id) || isOverseer(id, org)),
};

/** Whoever must act on it now. */
export const owner: Role<unknown> = {
  id: 'owner',
  label: 'record.role.owner',
  alone: true,
  holders: ({ ownerIds }) => ownerIds,
};

/** Whoever follows it. */
export const follower: Role<unknown> = {
  id: 'follower',
  label: 'record.role.follower',
  alone: true,
  holders: ({ common }) => common.followerIds,
};

/** QED, who looks after every record. */
export const quality: Role<unknown> = {
  id: 'quality',
  label: 'record.role.quality',
  holders: (_record, org) => org.idsWith('qed', 'qedManager'),
};
