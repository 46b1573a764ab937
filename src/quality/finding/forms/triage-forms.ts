import { z } from 'zod';
import type { Ask } from '../../../records/define-record.ts';
import {
  choiceField,
  longTextField,
  namedOptions,
  optionsFrom,
  peopleOptions,
  personField,
  textField,
} from '../../../records/fields.ts';
import { freeText } from '../../../records/free-text.ts';
import { type FindingData, kinds, sources } from '../finding-data.ts';
import { titleOf } from '../finding-title.ts';

const issue = z.object({
  title: freeText(200),
  kind: z.enum(kinds),
  department: z.string().max(100),
  criterion: freeText(1000),
  source: z.enum(sources),
});

/** What QED settles when it issues a finding as a nonconformity (R9, R16). */
export const issueForm: Ask<FindingData, z.output<typeof issue>> = {
  schema: issue,
  fields: (record, { locale, org }) => [
    textField(
      locale,
      { name: 'title', label: 'finding.field.title', required: true, max: 200 },
      record ? titleOf(record.data) : undefined,
    ),
    choiceField(
      locale,
      { name: 'kind', label: 'finding.field.kind', required: true },
      optionsFrom(locale, kinds, 'finding.kind'),
      record?.data.suggestedKind,
    ),
    choiceField(
      locale,
      { name: 'department', label: 'finding.field.department', required: true },
      namedOptions(org.departments, locale),
    ),
    textField(
      locale,
      { name: 'criterion', label: 'finding.field.criterion', hint: 'finding.field.criterion.hint', required: true },
      record?.data.criterion,
    ),
    choiceField(
      locale,
      { name: 'source', label: 'finding.field.source', required: true },
      optionsFrom(locale, sources, 'finding.source'),
      record?.data.source ?? 'other',
    ),
  ],
};

const reason = z.object({ reason: freeText(3000) });

/** Why something is rejected, returned or not effective. */
export const reasonForm: Ask<FindingData, z.output<typeof reason>> = {
  schema: reason,
  fields: (_record, { locale }) => [
    longTextField(locale, { name: 'reason', label: 'finding.field.reason', required: true }),
  ],
};

const assign = z.object({
  handler: z.string().max(100),
  coWriters: z.array(z.string().max(100)).max(20).default([]),
});

/** Who of the responsible department answers the finding, and who may write with them. */
export const assignForm: Ask<FindingData, z.output<typeof assign>> = {
  schema: assign,
  fields(record, { locale, org }) {
    const members = peopleOptions(org.membersOf(record?.data.departmentId ?? ''), org, locale);
    const handler = record?.data.handlerId;
    return [
      personField(
        locale,
        { name: 'handler', label: 'finding.field.handler', required: true },
        members,
        handler === undefined ? [] : [handler],
      ),
      personField(
        locale,
        { name: 'coWriters', label: 'finding.field.coWriters', many: true },
        peopleOptions(org.people, org, locale),
        record?.data.coWriterIds,
      ),
    ];
  },
};
