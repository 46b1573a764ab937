import { z } from 'zod';
import { nameSchema } from '../name.ts';
import { roles } from '../roles.ts';
import { hoursSchema, idSchema } from '../shape-parts.ts';
import { minutesSchema } from './duration.ts';

const workingDays = (byDefault: number) => z.number().int().min(1).max(60).default(byDefault);

/** What is done with what customers say. */
const voiceSettings = {
  /** For which incidents a finding is proposed when a target of the SLA was missed. */
  proposeMissed: z
    .strictObject({
      /** Ids of `priorities`; null: the two most urgent. */
      priorities: z.array(idSchema).nullable().default(null),
      /** What another tool tells so many days after it was over proposes nothing. */
      withinDays: z.number().int().min(1).max(365).default(7),
    })
    .prefault({}),
  /** R29, R38: when a visit that is due is planned, and by when its record is submitted. */
  visits: z
    .strictObject({
      /** So many days before the interval of the customer's level ends. */
      leadDays: z.number().int().min(1).max(90).default(21),
      /** Working days from the record to its submission. */
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

/** Requirements, note 10: which customers are key or major, and what follows, is the company's own to say. */
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
        /** After how many months without a visit one is due (R29); null: none is owed. */
        visitMonths: z.number().int().min(1).max(36).nullable().default(null),
        /** Whether the yearly survey's sample must have it (R28). */
        yearlySurvey: z.boolean().default(false),
      }),
    )
    .min(1)
    .prefault(customerLevels),
  /** The most urgent first, with the targets of every project that has no others. */
  priorities: z
    .array(z.strictObject({ id: idSchema, name: nameSchema, response: minutesSchema, resolution: minutesSchema }))
    .min(1)
    // With calendar and goal they fill one form.
    .max(8)
    .prefault(priorities),
  /** Incidents and requests of these priorities stand in their project's own channel, too; null: all of them. */
  projectChannels: z.strictObject({ priorities: z.array(idSchema).nullable().default(null) }).prefault({}),
  /** What incidents and requests are about. */
  incidentCategories: z
    .array(z.strictObject({ id: idSchema, name: nameSchema }))
    .min(1)
    .default(incidentCategories),
  /** Elapsed hours from the resolution within which the customer is called back (R26; requirements, note 1). */
  callBackHours: z.number().int().min(1).max(240).default(24),
  /** Which form of each figure the company uses; it is printed with the figure (requirements, terms). */
  figures: z
    .strictObject({
      slaAttainment: z.enum(['resolution', 'response', 'both']).default('resolution'),
      /** Of those received, or of those that are over. */
      resolutionRate: z.enum(['received', 'closed']).default('received'),
      repairTime: z.enum(['elapsed', 'withoutWaiting']).default('elapsed'),
      /** Fewer answers than this are marked as a small sample. */
      smallSample: z.number().int().min(1).max(1000).default(10),
    })
    .prefault({}),
  /** A score up to this is low: a finding is proposed to QED. */
  lowScore: z.number().int().min(1).max(4).default(2),
  /** For how many days a link opens its page that a customer is given. */
  customerLinkDays: z.number().int().min(1).max(180).default(14),
  /** After so many calls that nobody answered, on so many days at least, a customer counts as unreached. */
  callBackAttempts: z.number().int().min(1).max(10).default(3),
  callBackAttemptDays: z.number().int().min(1).max(10).default(2),
  /** Minutes after which a call that nobody answered is offered again. */
  callBackRetryMinutes: z.number().int().min(0).max(1440).default(60),
  /** Minutes for which what an agent has before them is offered to nobody else. */
  callBackHoldMinutes: z.number().int().min(1).max(480).default(30),
  /** Minutes before the end of a call-back's time at which the service desk is reminded of it. */
  callBackReminders: z.array(z.number().int().min(1).max(10_080)).max(5).default([240, 60]),
  /** What monitoring raised without anybody asking is not called back, and counted as exempt; else the project's first contact is called. */
  exemptMonitoring: z.boolean().default(false),
  /** What a list of tickets brought after the time for its call-back is not called back, and counted as imported history. */
  exemptImported: z.boolean().default(true),
  /** An incident whose customer is satisfied is closed with the call-back, and one that is exempt with its exemption. */
  closeAfterCallBack: z.boolean().default(true),
  /** What the customer says on a page counts as the call-back that is owed. */
  pageRatingCounts: z.boolean().default(true),
  /** 客户满意度调查分析报告 (R28, R40; requirements, note 5): which are drafted by themselves, and who approves them. */
  satisfactionReports: z
    .strictObject({
      quarterly: z.boolean().default(true),
      yearly: z.boolean().default(true),
      draftDays: z.number().int().min(1).max(60).default(10),
      approver: z.enum(roles).default('mr'),
    })
    .prefault({}),
  /** When contacts may be called who have no hours of their own, by the site's clock. */
  callingHours: hoursSchema.prefault({ from: '09:00', to: '20:00' }),
};
