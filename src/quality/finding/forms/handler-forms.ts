import { z } from 'zod';
import type { Ask } from '../../../records/declaration/ask.ts';
import { longTextField, peopleOptions, personField } from '../../../records/declaration/fields.ts';
import { freeText } from '../../../records/shape/free-text.ts';
import type { FindingData } from '../finding-data.ts';
import { findingWords } from '../words.ts';

const assign = z.object({
  handler: z.string().max(100),
  coWriters: z.array(z.string().max(100)).max(20).default([]),
});

/** Who in the responsible department answers the finding, and who may co-author. */
export const assignForm: Ask<FindingData, z.output<typeof assign>> = {
  schema: assign,
  fields(record, { locale, org }) {
    const members = peopleOptions(org.membersOf(record?.data.departmentId ?? ''), org, locale);
    const handler = record?.data.handlerId;
    return [
      personField(
        locale,
        { name: 'handler', label: findingWords.field.handler, required: true },
        members,
        handler === undefined ? [] : [handler],
      ),
      personField(
        locale,
        { name: 'coWriters', label: findingWords.field.coWriters, many: true },
        peopleOptions(org.people, org, locale),
        record?.data.coWriterIds,
      ),
    ];
  },
};

const transfer = z.object({ to: z.string().max(100), reason: freeText(1000) });

/** To whom in the department the handler passes it on, and why. */
export const transferForm: Ask<FindingData, z.output<typeof transfer>> = {
  schema: transfer,
  fields: (record, { locale, org, viewer }) => [
    personField(
      locale,
      { name: 'to', label: 'record.field.transferTo', required: true },
      peopleOptions(
        org.membersOf(record?.data.departmentId ?? '').filter(({ id }) => id !== viewer),
        org,
        locale,
      ),
    ),
    longTextField(locale, { name: 'reason', label: findingWords.field.reason, required: true, max: 1000 }),
  ],
};
