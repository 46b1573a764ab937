import { move } from '../declaration/declare-move.ts';
import { follower, reader } from './common-roles.ts';

/** 关注: followers of a record are told when it moves on. */
export const follow = <Data>(from: readonly string[]) =>
  move<Data>({
    from,
    by: [reader],
    not: [follower],
    secondary: true,
    applyCommon: ({ common }, _nothing, { actorId }) => ({
      ...common,
      followerIds: [...common.followerIds, ...(actorId === null ? [] : [actorId])],
    }),
  });

/** Stops following. */
export const unfollow = <Data>(from: readonly string[]) =>
  move<Data>({
    from,
    by: [follower],
    secondary: true,
    applyCommon: ({ common }, _nothing, { actorId }) => ({
      ...common,
      followerIds: common.followerIds.filter((id) => id !== actorId),
    }),
  });
