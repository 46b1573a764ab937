import { z } from 'zod';
import { nameSchema } from '../name.ts';
import { roles } from '../roles.ts';
import { hoursSchema, idSchema } from '../shape-parts.ts';
import { minutesSchema } from './duration.ts';

const workingDays = (byDefault: number) => z.number().int().min(1).max(60).default(byDefault);

/** How customer feedback is handled. */
const voiceSettings = {
  /** The incidents for which a finding is proposed when an SLA target was missed. */
  proposeMissed: z
    .strictObject({
      /** Ids of `priorities`; null: the two most urgent. */
      priorities: z.array(idSchema).nullable().default(null),
      /** An incident reported by another tool more than this many days after it ended proposes nothing. */
      withinDays: z.number().int().min(1).max(365).default(7),
    })
    .prefault({}),
  /** R29, R38: when a due visit is planned, and by when its record must be submitted. */
  visits: z
    .strictObject({
      /** How many days before the interval of the customer's level ends. */
      leadDays: z.number().int().min(1).max(90).default(21),
      /** Working days from the visit's record to its submission. */
      submit: workingDays(3),
    })
    .prefault({}),
  /** GB/T 19012: how many working days each step of a complaint may take. */
  complaints: z
    .strictObject({
      acknowledge: workingDays(1),
      /** From the receipt to the answer. */
      answer: workingDays(5),
      /** To ask whether the answer is accepted. */
      reaction: workingDays(5),
      /** To carry out what was accepted. */
      close: workingDays(5),
    })
    .prefault({}),
};

/** Requirements, note 10: the company decides which customers are key or major, and what that implies. */
const customerLevels = [
  { id: 'key', name: { zh: '重点客户', en: 'Key customer' }, visitMonths: 3, yearlySurvey: true },
  { id: 'major', name: { zh: '主要客户', en: 'Major customer' }, visitMonths: null, yearlySurvey: true },
  { id: 'ordinary', name: { zh: '一般客户', en: 'Other customer' }, visitMonths: null, yearlySurvey: false },
];

const priorities = [
  { id: 'p1', name: { zh: '一级（紧急）', en: 'P1, critical' }, response: 15, resolution: 240 },
  { id: 'p2', name: { zh: '二级（高）', en: 'P2, high' }, response: 30, resolution: 480 },
  { id: 'p3', name: { zh: '三级（中）', en: 'P3, medium' }, response: 60, resolution: 1440 },
  { id: 'p4', name: { zh: '四级（低）', en: 'P4, low' }, response: 240, resolution: 4320 },
];

const incidentCategories = [
  { id: 'hardware', name: { zh: '硬件', en: 'Hardware' } },
  { id: 'system', name: { zh: '系统软件', en: 'System software' } },
  { id: 'application', name: { zh: '应用软件', en: 'Application' } },
  { id: 'network', name: { zh: '网络', en: 'Network' } },
  { id: 'data', name: { zh: '数据', en: 'Data' } },
  { id: 'security', name: { zh: '安全', en: 'Security' } },
  { id: 'facility', name: { zh: '机房环境', en: 'Facility' } },
  { id: 'other', name: { zh: '其他', en: 'Other' } },
];

/** The settings of the customer side. */
export const serviceSettings = {
  ...voiceSettings,
  customerLevels: z
    .array(
      z.strictObject({
        id: idSchema,
        name: nameSchema,
        /** A visit is due after this many months without one (R29); null: no visits are required. */
        visitMonths: z.number().int().min(1).max(36).nullable().default(null),
        /** Whether the yearly survey's sample must include the customer (R28). */
        yearlySurvey: z.boolean().default(false),
      }),
    )
    .min(1)
    .prefault(customerLevels),
  /** Most urgent first, with the default targets for projects that set none. */
  priorities: z
    .array(z.strictObject({ id: idSchema, name: nameSchema, response: minutesSchema, resolution: minutesSchema }))
    .min(1)
    // They fill one form together with calendar and goal.
    .max(8)
    .prefault(priorities),
  /** Incidents and requests of these priorities are also shown in their project's own channel; null: all of them. */
  projectChannels: z.strictObject({ priorities: z.array(idSchema).nullable().default(null) }).prefault({}),
  /** Categories of incidents and requests. */
  incidentCategories: z
    .array(z.strictObject({ id: idSchema, name: nameSchema }))
    .min(1)
    .default(incidentCategories),
  /** Elapsed hours from the resolution within which the customer is called back (R26; requirements, note 1). */
  callBackHours: z.number().int().min(1).max(240).default(24),
  /** Which definition of each figure the company uses; it is printed with the figure (requirements, terms). */
  figures: z
    .strictObject({
      slaAttainment: z.enum(['resolution', 'response', 'both']).default('resolution'),
      /** As a share of those received, or of those closed. */
      resolutionRate: z.enum(['received', 'closed']).default('received'),
      repairTime: z.enum(['elapsed', 'withoutWaiting']).default('elapsed'),
      /** Figures based on fewer answers are marked as a small sample. */
      smallSample: z.number().int().min(1).max(1000).default(10),
    })
    .prefault({}),
  /** A score up to this is low: a finding is proposed to QED. */
  lowScore: z.number().int().min(1).max(4).default(2),
  /** How many days a link given to a customer stays valid. */
  customerLinkDays: z.number().int().min(1).max(180).default(14),
  /** After this many unanswered calls, on at least this many days, a customer counts as unreached. */
  callBackAttempts: z.number().int().min(1).max(10).default(3),
  callBackAttemptDays: z.number().int().min(1).max(10).default(2),
  /** Minutes after which an unanswered call is offered again. */
  callBackRetryMinutes: z.number().int().min(0).max(1440).default(60),
  /** Minutes for which an item that an agent has open is not offered to other agents. */
  callBackHoldMinutes: z.number().int().min(1).max(480).default(30),
  /** Minutes before a call-back is due at which the service desk is reminded. */
  callBackReminders: z.array(z.number().int().min(1).max(10_080)).max(5).default([240, 60]),
  /** Incidents raised by monitoring, with no person reporting them, need no call-back and count as exempt; otherwise the project's first contact is called. */
  exemptMonitoring: z.boolean().default(false),
  /** Incidents imported from a ticket list after their call-back was due need no call-back, and count as imported history. */
  exemptImported: z.boolean().default(true),
  /** An incident is closed with the call-back if the customer is satisfied, and an exempt one with its exemption. */
  closeAfterCallBack: z.boolean().default(true),
  /** A rating on the customer's page counts as the required call-back. */
  pageRatingCounts: z.boolean().default(true),
  /** 客户满意度调查分析报告 (R28, R40; requirements, note 5): which are drafted automatically, and who approves them. */
  satisfactionReports: z
    .strictObject({
      quarterly: z.boolean().default(true),
      yearly: z.boolean().default(true),
      draftDays: z.number().int().min(1).max(60).default(10),
      approver: z.enum(roles).default('mr'),
    })
    .prefault({}),
  /** When contacts without hours of their own may be called, by the site's clock. */
  callingHours: hoursSchema.prefault({ from: '09:00', to: '20:00' }),
};
