import { z } from 'zod';
import { moveWith } from '../declaration/declare-move.ts';
import type { Post } from '../declaration/role.ts';

const input = z.object({ from: z.string().max(100), to: z.string().max(100).nullable() });

/**
 * A person leaves the company: the successor replaces them in the posts the type declares and in opinions they were asked for, and the owners are
 * recomputed. A system move; `to` is null if nothing was assigned to them by name.
 */
export const handOver = <Data>(from: readonly string[], posts: readonly Post<Data>[]) =>
  moveWith<Data, z.output<typeof input>>({
    from,
    by: [],
    input,
    apply: (record, { from: leaver, to }) =>
      to === null
        ? record.data
        : posts.reduce((data, post) => post.replace({ ...record, data }, leaver, to), record.data),
    applyCommon: ({ common }, { from: leaver, to }) => ({
      ...common,
      followerIds: common.followerIds.filter((id) => id !== leaver),
      opinions: common.opinions.map((opinion) =>
        to !== null && opinion.of === leaver && opinion.answer === undefined ? { ...opinion, of: to } : opinion,
      ),
    }),
    followUps: (after, { to }) =>
      to === null
        ? []
        : posts.flatMap((post) => (post.holders(after).includes(to) ? (post.followUps?.(after) ?? []) : [])),
    news: ({ number }, { from: leaver, to }) =>
      to === null ? [] : [{ to: [to], key: 'record.news.handOver', params: { number, person: { person: leaver } } }],
  });
