import { z } from 'zod';
import { moveWith } from '../declaration/declare-move.ts';
import { longTextField } from '../declaration/fields.ts';
import { freeText } from '../shape/free-text.ts';
import { nextId } from '../shape/next-id.ts';
import { reader } from './common-roles.ts';

const said = z.object({ comment: freeText(3000) });

/** A comment by any reader of the record; its owners and followers are notified. */
export const comment = <Data>(from: readonly string[]) =>
  moveWith<Data, z.output<typeof said>>({
    from,
    by: [reader],
    secondary: true,
    asks: {
      schema: said,
      fields: (_record, { locale }) => [
        longTextField(locale, { name: 'comment', label: 'record.field.comment', required: true }),
      ],
    },
    applyCommon: ({ common }, { comment: text }, { actorId, now }) => ({
      ...common,
      comments: [
        ...common.comments,
        { id: nextId('C', common.comments), by: actorId ?? '', at: now.toISOString(), text },
      ],
    }),
    news: ({ number, ownerIds, common }, { comment: text }) => [
      {
        to: [...ownerIds, ...common.followerIds],
        key: 'record.news.comment',
        params: { number, person: { person: common.comments.at(-1)?.by ?? '' }, text },
      },
    ],
  });
