import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';

export const kinds = ['complaint', 'suggestion'] as const;
export const channels = ['callBack', 'message', 'phone', 'email', 'survey', 'visit', 'other'] as const;
/** How much harm it does: to one service, to the customer's work, to safety or to the contract. */
export const severities = ['minor', 'serious', 'grave'] as const;
/** Whether the investigation found it to be so. */
export const upheldAnswers = ['yes', 'partly', 'no'] as const;
/** What the complainant said to the answer. */
export const reactions = ['accepted', 'notAccepted', 'escalated'] as const;

const id = z.string().max(60);
const person = z.string().max(100);
const instant = z.iso.datetime();

/** What was answered, and what the complainant said to it. */
const answerSchema = z.object({
  by: person,
  at: instant,
  upheld: z.enum(upheldAnswers),
  text: freeText(3000),
  /** What is offered to put it right. */
  remedy: freeText(1000).optional(),
  reaction: z.enum(reactions).optional(),
  reactionAt: instant.optional(),
  /** In the complainant's words. */
  words: freeText(1000).optional(),
});

/** 投诉 / 建议 (GB/T 19012-2019, ISO 10002): from the receipt to the closing. */
export const complaintData = z.object({
  kind: z.enum(kinds),
  what: freeText(3000),
  /** `what` is what we know: the customer's own words are still to be written down. */
  wordless: z.boolean().optional(),
  where: freeText(1000).optional(),
  projectId: id.nullable(),
  customerId: id.nullable(),
  departmentId: id.nullable(),
  /** Who complains: a contact of the customer's, or whoever it was by name. */
  contactId: id.nullable(),
  contactName: freeText(120).optional(),
  /** The number of the record that it is about. */
  about: id.optional(),
  channel: z.enum(channels),
  receivedAt: instant,
  /** Who took it down; null for what another record raised. */
  receiverId: person.nullable(),
  /** Who of us is complained of. */
  accusedId: person.optional(),
  /** It concerns one of us, and nobody has said yet whom. */
  ofSomebody: z.boolean().optional(),
  severity: z.enum(severities).optional(),
  /** Who looks into it and answers. */
  handlerId: person.optional(),
  /** 告知: when the complainant was told that it is being dealt with, and by whom. */
  acknowledgement: z.object({ by: person, at: instant, how: z.enum(channels) }).optional(),
  /** The day by which it is answered. */
  answerBy: z.iso.date(),
  notes: z.array(z.object({ by: person, at: instant, text: freeText(3000) })).max(100),
  answers: z.array(answerSchema).max(20),
  /** What became of a suggestion. */
  assessment: z.object({ by: person, at: instant, adopted: z.boolean(), text: freeText(1000) }).optional(),
  /** How many findings it proposed; since it was opened last, in which version. */
  proposals: z.number().int(),
  proposedIn: z.number().int().optional(),
  closing: freeText(1000).optional(),
  closedAt: instant.optional(),
  withdrawal: freeText(1000).optional(),
  reopenings: z.array(z.object({ by: person, at: instant, reason: freeText(1000) })).max(50),
});
export type ComplaintData = z.output<typeof complaintData>;
