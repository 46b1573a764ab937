import type { Post } from '../../records/declaration/role.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { FindingData } from './finding-data.ts';
import { findingWords } from './words.ts';

type Finding = RecordOf<FindingData>;

/** Actions that are planned and no records of their own yet. */
const planned = ({ number, data: { capa, raised } }: Finding) =>
  capa.actions.filter(({ id }) => !raised.some((action) => action.number === `${number}-${id}`));

/** Where a finding names people who have work with it. Who wrote a report, reported or verified stays: that has happened. */
export const findingPosts: readonly Post<FindingData>[] = [
  {
    label: findingWords.role.handler,
    holders: ({ data }) => (data.handlerId === undefined ? [] : [data.handlerId]),
    replace: ({ data }, from, to) => (data.handlerId === from ? { ...data, handlerId: to } : data),
  },
  {
    label: 'people.post.coWriter',
    holders: ({ data }) => data.coWriterIds,
    replace: ({ data }, from, to) => ({
      ...data,
      coWriterIds: [...new Set(data.coWriterIds.map((id) => (id === from ? to : id)))],
    }),
  },
  {
    label: findingWords.role.actionOwner,
    holders: (record) => planned(record).map(({ ownerId }) => ownerId),
    replace(record, from, to) {
      const open = new Set(planned(record).map(({ id }) => id));
      const { capa } = record.data;
      const actions = capa.actions.map((action) =>
        open.has(action.id) && action.ownerId === from ? { ...action, ownerId: to } : action,
      );
      return { ...record.data, capa: { ...capa, actions } };
    },
  },
];
