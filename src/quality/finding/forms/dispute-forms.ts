import { z } from 'zod';
import { translate } from '../../../i18n/translate.ts';
import type { Ask } from '../../../records/declaration/ask.ts';
import { choiceField, dateField, longTextField, optionsFrom, textField } from '../../../records/declaration/fields.ts';
import { freeText } from '../../../records/shape/free-text.ts';
import { openContest } from '../contest.ts';
import { contestable } from '../dispute-data.ts';
import { type FindingData, kinds, sources } from '../finding-data.ts';
import { titleOf } from '../finding-title.ts';
import { findingWords } from '../words.ts';
import { belongingFields, criterionField, departmentField, kindField, sourceField } from './classification-fields.ts';

const contest = z.object({ about: z.array(z.enum(contestable)).min(1), reason: freeText(3000) });

/** What the department objects to, and why. */
export const contestForm: Ask<FindingData, z.output<typeof contest>> = {
  schema: contest,
  intro: (_record, { locale }) => translate(locale, findingWords.contest.intro),
  fields: (_record, { locale }) => [
    choiceField(
      locale,
      { name: 'about', label: findingWords.field.contestAbout, required: true, many: true },
      optionsFrom(locale, contestable, 'finding.contest.about'),
    ),
    longTextField(locale, {
      name: 'reason',
      label: findingWords.field.contestReason,
      hint: findingWords.field['contestReason.hint'],
      required: true,
    }),
  ],
};

const outcomes = ['dismissed', 'upheld'] as const;
const change = {
  kind: z.enum(kinds).optional(),
  department: z.string().max(100).optional(),
  what: freeText(3000).optional(),
  criterion: freeText(1000).optional(),
};
const decision = z.object({
  outcome: z.enum(outcomes),
  remark: freeText(3000),
  ...change,
  newDay: z.iso.date().optional(),
});
export type ContestDecision = z.output<typeof decision>;

/** Whether the objection is upheld, why, and what the finding says afterwards. The fields start with the current values. */
export const contestDecisionForm: Ask<FindingData, ContestDecision> = {
  schema: decision,
  intro: (record, { locale }) =>
    translate(locale, findingWords.contest.decisionIntro, {
      reason: record ? (openContest(record.data)?.reason ?? '') : '',
    }),
  fields: (record, view) => {
    const { locale } = view;
    return [
      choiceField(
        locale,
        { name: 'outcome', label: findingWords.field.contestOutcome, required: true },
        optionsFrom(locale, outcomes, 'finding.contest.outcome'),
      ),
      longTextField(locale, { name: 'remark', label: findingWords.field.contestRemark, required: true }),
      kindField(view, record?.data.kind),
      departmentField(view, record?.data.departmentId),
      longTextField(locale, { name: 'what', label: findingWords.field.what }, record?.data.what),
      criterionField(view, record?.data.criterion),
      dateField(locale, { name: 'newDay', label: findingWords.field.newDay, hint: findingWords.field['newDay.hint'] }),
    ];
  },
};

const amendment = z.object({
  ...change,
  title: freeText(200),
  source: z.enum(sources).optional(),
  element: z.string().max(40).optional(),
  project: z.string().max(40).optional(),
  reason: freeText(3000),
});

/** The current values of an issued finding, for editing, and the reason. */
export const amendForm: Ask<FindingData, z.output<typeof amendment>> = {
  schema: amendment,
  intro: (_record, { locale }) => translate(locale, findingWords.amend.intro),
  fields: (record, view) => {
    const { locale } = view;
    return [
      textField(
        locale,
        { name: 'title', label: findingWords.field.title, required: true, max: 200 },
        record ? titleOf(record.data) : undefined,
      ),
      kindField(view, record?.data.kind),
      departmentField(view, record?.data.departmentId),
      longTextField(locale, { name: 'what', label: findingWords.field.what }, record?.data.what),
      criterionField(view, record?.data.criterion),
      sourceField(view, record?.data.source),
      ...belongingFields(view, record?.data),
      longTextField(locale, { name: 'reason', label: findingWords.field.reason, required: true }),
    ];
  },
};
