import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';

export const kinds = ['complaint', 'suggestion'] as const;
export const channels = ['callBack', 'message', 'phone', 'email', 'survey', 'visit', 'other'] as const;
/** The harm done: to one service, to the customer's work, to safety or to the contract. */
export const severities = ['minor', 'serious', 'grave'] as const;
/** Whether the investigation upheld the complaint. */
export const upheldAnswers = ['yes', 'partly', 'no'] as const;
/** The complainant's reaction to the answer. */
export const reactions = ['accepted', 'notAccepted', 'escalated'] as const;

const id = z.string().max(60);
const person = z.string().max(100);
const instant = z.iso.datetime();

/** Our answer, and the complainant's reaction to it. */
const answerSchema = z.object({
  by: person,
  at: instant,
  upheld: z.enum(upheldAnswers),
  text: freeText(3000),
  /** The remedy offered. */
  remedy: freeText(1000).optional(),
  reaction: z.enum(reactions).optional(),
  reactionAt: instant.optional(),
  /** In the complainant's words. */
  words: freeText(1000).optional(),
});

/** 投诉 / 建议 (GB/T 19012-2019, ISO 10002): from receipt to closing. */
export const complaintData = z.object({
  kind: z.enum(kinds),
  what: freeText(3000),
  /** `what` is what we know; the customer's own words have not been recorded yet. */
  wordless: z.boolean().optional(),
  where: freeText(1000).optional(),
  projectId: id.nullable(),
  customerId: id.nullable(),
  departmentId: id.nullable(),
  /** The complainant: a contact of the customer's, or a person known by name. */
  contactId: id.nullable(),
  contactName: freeText(120).optional(),
  /** The record it is about. */
  about: id.optional(),
  channel: z.enum(channels),
  receivedAt: instant,
  /** Who recorded it; null if another record raised it. */
  receiverId: person.nullable(),
  /** Which of our people is accused. */
  accusedId: person.optional(),
  /** It is about one of our people, not yet named. */
  ofSomebody: z.boolean().optional(),
  severity: z.enum(severities).optional(),
  /** Who investigates and answers. */
  handlerId: person.optional(),
  /** 告知: when, by whom and how the complainant was told that it is being handled. */
  acknowledgement: z.object({ by: person, at: instant, how: z.enum(channels) }).optional(),
  /** The day by which it must be answered. */
  answerBy: z.iso.date(),
  notes: z.array(z.object({ by: person, at: instant, text: freeText(3000) })).max(100),
  answers: z.array(answerSchema).max(20),
  /** The decision on a suggestion. */
  assessment: z.object({ by: person, at: instant, adopted: z.boolean(), text: freeText(1000) }).optional(),
  /** How many findings it proposed; the version of the last proposal since it was last opened. */
  proposals: z.number().int(),
  proposedIn: z.number().int().optional(),
  closing: freeText(1000).optional(),
  closedAt: instant.optional(),
  withdrawal: freeText(1000).optional(),
  reopenings: z.array(z.object({ by: person, at: instant, reason: freeText(1000) })).max(50),
});
export type ComplaintData = z.output<typeof complaintData>;
