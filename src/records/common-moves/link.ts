import { z } from 'zod';
import { moveWith } from '../declaration/declare-move.ts';
import { choiceField, optionsFrom, textField } from '../declaration/fields.ts';
import { linkKinds } from '../shape/common.ts';
import { owner, quality } from './common-roles.ts';

const NUMBER = /^[A-Z]{1,8}-\d{4}-\d{1,6}(-[A-Z]\d{1,3}){0,3}$/;
const asked = z.object({
  kind: z.enum(linkKinds),
  number: z
    .string()
    .trim()
    .transform((number) => number.toUpperCase())
    .refine((number) => NUMBER.test(number), 'record.refusal.notANumber'),
});

/** Links the record to another: the same matter, a recurrence, or a related one. */
export const link = <Data>(from: readonly string[]) =>
  moveWith<Data, z.output<typeof asked>>({
    from,
    by: [quality, owner],
    secondary: true,
    asks: {
      schema: asked,
      fields: (_record, { locale }) => [
        choiceField(
          locale,
          { name: 'kind', label: 'record.field.linkKind', required: true },
          optionsFrom(locale, linkKinds, 'record.link'),
        ),
        textField(locale, { name: 'number', label: 'record.field.linkNumber', required: true, max: 60 }),
      ],
    },
    names: ({ number }) => [number],
    check(record, { number }, { others }) {
      if (number === record.number) return { key: 'record.refusal.linkToItself' };
      const known = record.common.links.some((one) => one.number === number);
      if (known) return { key: 'record.refusal.linkedBefore', params: { number } };
      return others?.has(number) ? null : { key: 'record.refusal.noSuchLink', params: { number } };
    },
    applyCommon: ({ common }, { kind, number }) => ({ ...common, links: [...common.links, { kind, number }] }),
  });
