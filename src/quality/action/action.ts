import { z } from 'zod';
import { words } from '../../chat/text.ts';
import { translate } from '../../i18n/translate.ts';
import { creation, defineRecord, moveWith } from '../../records/declare.ts';
import type { Ask, Role } from '../../records/define-record.ts';
import { longTextField } from '../../records/fields.ts';
import { freeText } from '../../records/free-text.ts';
import { label } from '../../records/say.ts';

const actionData = z.object({
  /** The number of the finding whose report planned it. */
  finding: z.string(),
  departmentId: z.string(),
  kind: z.enum(['corrective', 'preventive']),
  what: freeText(1000),
  ownerId: z.string(),
  dueDay: z.iso.date(),
  evidence: freeText(3000).optional(),
  sentBack: freeText(3000).optional(),
});
type ActionData = z.infer<typeof actionData>;

/** Who was named in the report, while they are with the company; else the department's head. */
const owner: Role<ActionData> = {
  id: 'owner',
  label: 'action.role.owner',
  holders: ({ data }, org) =>
    [org.person(data.ownerId)?.active ? data.ownerId : org.headOf(data.departmentId)?.id].filter(
      (id) => id !== undefined,
    ),
};

const head: Role<ActionData> = {
  id: 'head',
  label: 'action.role.head',
  holders: ({ data }, org) => [org.headOf(data.departmentId)?.id].filter((id) => id !== undefined),
};

/** 质量效能部, which follows the actions up. */
const quality: Role<ActionData> = {
  id: 'quality',
  label: 'record.role.quality',
  holders: (_record, org) => [...org.peopleWith('qed'), ...org.peopleWith('qedManager')].map(({ id }) => id),
};

const evidence = z.object({ evidence: freeText(3000) });
const evidenceForm: Ask<ActionData, z.output<typeof evidence>> = {
  schema: evidence,
  fields: (record, { locale }) => [
    longTextField(
      locale,
      { name: 'evidence', label: 'action.field.evidence', hint: 'action.field.evidence.hint', required: true },
      record?.data.evidence,
    ),
  ],
};

const planned = actionData.omit({ evidence: true, sentBack: true });

/** An action of an approved report: raised by its finding, done with evidence, verified there. */
export const action = defineRecord<ActionData>({
  type: 'action',
  number: { per: 'parent', prefix: () => '' },
  schemaVersion: 1,
  upgrades: {},
  data: actionData,
  title: ({ what }) => what,
  facets: ({ kind }) => ({ kind }),
  department: ({ departmentId }) => departmentId,
  posts: [
    {
      label: 'action.role.owner',
      holders: ({ data }) => [data.ownerId],
      replace: ({ data }, from, to) => (data.ownerId === from ? { ...data, ownerId: to } : data),
    },
  ],
  inChannels: false,
  initialState: 'open',
  states: {
    open: { owner, due: { kind: 'day', day: ({ dueDay }) => dueDay }, extendedBy: quality, tone: 'action' },
    done: { final: true, tone: 'good' },
  },
  moves: {
    complete: moveWith({
      from: ['open'],
      to: () => 'done',
      by: [owner, head],
      asks: evidenceForm,
      style: 'primary',
      closes: true,
      apply: ({ data: { sentBack: _settled, ...data } }, said) => ({ ...data, ...said }),
      followUps: ({ data, number }) => [
        { kind: 'signal', number: data.finding, move: 'actionDone', input: { number } },
      ],
    }),
    /** Verification found that it was not done as planned. */
    reopen: moveWith({
      from: ['done'],
      to: () => 'open',
      by: [],
      input: z.object({ reason: freeText(3000) }),
      apply: ({ data }, { reason }) => ({ ...data, sentBack: reason }),
    }),
  },
  creation: creation({ asks: { schema: planned, fields: () => [] }, initial: (input) => input }),
  body: ({ data }, { locale }) => [
    {
      kind: 'facts',
      facts: [
        { label: translate(locale, 'action.field.finding'), value: words(data.finding) },
        {
          label: translate(locale, 'action.field.kind'),
          value: words(label(`finding.actionKind.${data.kind}`, locale)),
        },
        ...(data.sentBack ? [{ label: translate(locale, 'action.field.sentBack'), value: words(data.sentBack) }] : []),
        ...(data.evidence ? [{ label: translate(locale, 'action.field.evidence'), value: words(data.evidence) }] : []),
      ],
    },
  ],
});
