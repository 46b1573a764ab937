import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';

/** The customer's answer on whether the SLA is met (R41). */
export const slaAnswers = ['met', 'partly', 'notMet'] as const;

const id = z.string().max(60);
const person = z.string().max(100);

/** 客户反馈信息: whether the SLA is met, and which new services are wanted (R41). */
export const feedbackSchema = z.object({
  sla: z.enum(slaAnswers),
  slaNote: freeText(1000).optional(),
  newServices: freeText(1000).optional(),
});

/** 客户拜访记录 (R29, R38). */
export const visitData = z.object({
  customerId: id,
  /** The customer's name when the visit was planned: the record's title. */
  customerName: freeText(200),
  departmentId: id.nullable(),
  /** The day by which it must take place. */
  dueDay: z.iso.date(),
  /** Planned from the interval of the customer's level, not by hand. */
  planned: z.boolean(),
  purpose: freeText(500).optional(),
  /** The day agreed with the customer. */
  onDay: z.iso.date().optional(),
  /** Our participants. */
  participantIds: z.array(person).max(20),
  /** The customer's participants, as entered. */
  met: freeText(500).optional(),
  notes: freeText(3000).optional(),
  feedback: feedbackSchema.optional(),
  commitments: z
    .array(
      z.object({
        id: z.string().max(10),
        what: freeText(1000),
        ownerId: person,
        dueDay: z.iso.date(),
        /** The day it took place. */
        keptOn: z.iso.date().optional(),
      }),
    )
    .max(20),
  submittedBy: person.optional(),
  cancellation: freeText(1000).optional(),
});
export type VisitData = z.output<typeof visitData>;
