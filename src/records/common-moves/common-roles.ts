import type { Role } from '../declaration/role.ts';
import { isOverseer } from '../shape/access.ts';

/** Everyone who may read the record: all of our people or, if it is restricted, the people named in it, QED and MR. */
export const reader: Role<unknown> = {
  id: 'reader',
  label: 'record.role.reader',
  alone: true,
  holders: ({ restricted, readerIds }, org) =>
    org.people.map(({ id }) => id).filter((id) => !restricted || readerIds.includes(id) || isOverseer(id, org)),
};

/** The current owners. */
export const owner: Role<unknown> = {
  id: 'owner',
  label: 'record.role.owner',
  alone: true,
  holders: ({ ownerIds }) => ownerIds,
};

/** Its followers. */
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
