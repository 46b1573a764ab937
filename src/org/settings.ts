import { z } from 'zod';
import { normaliseEmail } from './contact.ts';
import { serviceSettings } from './customers/service-settings.ts';
import { surveySettings } from './customers/survey-settings.ts';
import { fileKinds } from './file-kinds.ts';
import { nameSchema } from './name.ts';
import { roles } from './roles.ts';

const daysUpTo = (most: number) => z.number().int().min(1).max(most);

/** When people are reminded of a deadline, and who is notified when it is missed. Days are working days. */
const reminderSettings = z
  .strictObject({
    /** How many days before the deadline. */
    before: z.array(daysUpTo(20)).max(5).default([1]),
    onTheDay: z.boolean().default(true),
    /** The interval in days once it is overdue. */
    overdueEvery: daysUpTo(20).default(1),
    /** Who is notified, once, after how many days; `departmentHead` is the head of the owner's department. */
    escalation: z
      .array(z.strictObject({ after: daysUpTo(60), role: z.enum(['departmentHead', ...roles]) }))
      .max(10)
      .default([
        { after: 1, role: 'departmentHead' },
        { after: 3, role: 'mr' },
      ]),
    /** How many days a reminder may be snoozed. */
    snoozeDays: daysUpTo(5).default(3),
  })
  .prefault({});

const workingDays = (byDefault: number) => z.number().int().min(1).max(60).default(byDefault);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time as "HH:mm", in quotes.');
const item = z.strictObject({ id: z.string().regex(/^[a-zA-Z][\w-]{0,39}$/), name: nameSchema });

const causeCategories = [
  { id: 'people', name: { zh: '人员能力或意识', en: 'People: skill or awareness' } },
  { id: 'procedure', name: { zh: '制度或作业指导书', en: 'Procedure or work instruction' } },
  { id: 'execution', name: { zh: '未按规定执行', en: 'Procedure not followed' } },
  { id: 'tool', name: { zh: '工具或技术', en: 'Tool or technology' } },
  { id: 'resource', name: { zh: '资源或备件', en: 'Resource or spare part' } },
  { id: 'communication', name: { zh: '沟通或交接', en: 'Communication or handover' } },
  { id: 'supplier', name: { zh: '供方', en: 'Supplier' } },
  { id: 'other', name: { zh: '其他', en: 'Other' } },
];

/** The policy's six elements (R12) and 能力管理 of GB/T 28827.1-2022 (requirements, note 14). */
const capabilityElements = [
  { id: 'people', name: { zh: '人员', en: 'People' } },
  { id: 'resources', name: { zh: '资源', en: 'Resources' } },
  { id: 'technology', name: { zh: '技术', en: 'Technology' } },
  { id: 'process', name: { zh: '过程', en: 'Process' } },
  { id: 'delivery', name: { zh: '交付', en: 'Delivery' } },
  { id: 'emergency', name: { zh: '应急', en: 'Emergency' } },
  { id: 'management', name: { zh: '能力管理', en: 'Capability management' } },
];

const reviewDays = (byDefault: number | null) => z.number().int().min(1).max(400).nullable().default(byDefault);

/** What the policy leaves open or a company may do differently; every default is the policy's or that of `requirements`. */
export const settingsSchema = z.strictObject({
  /** How many working days each step may take. `capa` is R16's five. */
  workingDays: z
    .strictObject({
      triage: workingDays(1),
      confirm: workingDays(1),
      /** To decide on an objection by a department. */
      contest: workingDays(2),
      capa: workingDays(5),
      /** To answer an observation or an opportunity for improvement. */
      answer: workingDays(5),
      approve: workingDays(2),
      mrReview: workingDays(2),
      resubmit: workingDays(2),
      verify: workingDays(5),
      effectiveness: workingDays(5),
      /** To give a requested opinion. */
      opinion: workingDays(2),
      /** To have a service report signed, and to check and submit it. */
      serviceReport: workingDays(1),
      /** To decide on an extension request. */
      extension: workingDays(1),
      /** To decide whether a proposed finding is filed. */
      propose: workingDays(2),
    })
    .prefault({}),
  /** How many days after the last planned action the effectiveness is reviewed; null: the verification closes the finding. */
  effectivenessDays: z.strictObject({ major: reviewDays(30), minor: reviewDays(null) }).prefault({}),
  /** How often one deadline may be extended. */
  extensionsPerDeadline: z.number().int().min(0).max(10).default(1),
  /** How long a decision can be undone by the person who made it. */
  undoMinutes: z.number().int().min(0).max(60).default(5),
  /** The prefix of record numbers, by record type. */
  prefixes: z.record(z.string(), z.string().regex(/^[A-Z]{1,8}$/)).prefault({ finding: 'FD' }),
  /** Who decides, in this order, when segregation of duties leaves nobody (requirements, note 15). */
  approvalChain: z.array(z.enum(roles)).min(1).default(['qedManager', 'mr', 'top']),
  /** Only a full member with an address in one of these domains is matched to a person by e-mail or mobile. */
  allowedEmailDomains: z.array(z.string().transform(normaliseEmail)).default([]),
  causeCategories: z.array(item).min(1).default(causeCategories),
  capabilityElements: z.array(item).min(1).default(capabilityElements),
  /** Which files may be kept as evidence, and their maximum size. */
  files: z
    .strictObject({
      megabytes: z.number().int().min(1).max(100).default(25),
      kinds: z.array(z.enum(fileKinds)).min(1).default(['picture', 'pdf', 'office', 'text', 'archive', 'mail']),
    })
    .prefault({}),
  /** When digests are posted to channels, by their site's clock; on a day off, on the next working day. */
  digest: z
    .strictObject({
      /** The day of the week, 1 (Monday) to 7. */
      weekday: z.number().int().min(1).max(7).default(1),
      time: time.default('09:00'),
      /** On the first working day of a month. */
      monthlyTime: time.default('09:00'),
      /** The most records listed in one weekly digest. */
      lines: z.number().int().min(5).max(40).default(20),
    })
    .prefault({}),
  /** The most rows in one exported file. */
  exportRows: z.number().int().min(100).max(100_000).default(10_000),
  /** When a person's daily reminders are sent, by their site's clock. */
  reminderTime: time.default('08:30'),
  reminders: reminderSettings,
  ...serviceSettings,
  ...surveySettings,
});
export type Settings = z.output<typeof settingsSchema>;
