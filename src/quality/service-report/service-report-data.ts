import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';
import { scoreSchema } from '../satisfaction/score.ts';

/** The customer's response: signed, signed with a reservation, refused to sign, absent. */
export const outcomes = ['signed', 'reserved', 'refused', 'absent'] as const;
/** On the customer's own phone, on the engineer's, or on paper. */
export const ways = ['customerPhone', 'engineerPhone', 'paper'] as const;

const id = z.string().max(60);
const person = z.string().max(100);
const instant = z.iso.datetime();

/** The customer's answer; frozen, never changed afterwards. */
export const answerSchema = z.object({
  outcome: z.enum(outcomes),
  way: z.enum(ways),
  at: instant,
  /** Scores of the visit and of the engineer; a signer gives both. */
  score: scoreSchema.optional(),
  engineerScore: scoreSchema.optional(),
  comment: freeText(2000).optional(),
  /** The reservation, or the reason for not signing. */
  remark: freeText(1000).optional(),
  signerName: freeText(60).optional(),
  signerPost: freeText(60).optional(),
  /** Whether the signer is a contact of the project. */
  isKnown: z.boolean(),
  /** The signature strokes: see `signature.ts`. */
  signature: freeText(20_000).optional(),
  /** The contact the link was made for, the link, and the masked client address. */
  contactId: id.nullable(),
  link: z.string().max(60).optional(),
  address: z.string().max(60).optional(),
  /** Whose phone was used, or who typed in the paper. */
  handedBy: person.nullable(),
  /** The text shown to the customer, line by line, in their language. */
  shown: z.record(z.string().max(30), freeText(3000)),
  /** SHA-256 of all of this, as canonical JSON with the report's number, in hex. */
  sha256: z.string().length(64),
});
export type ReportAnswer = z.output<typeof answerSchema>;

/** 服务报告 (R37): what was done on site, and the customer's response. */
export const serviceReportData = z.object({
  title: freeText(200),
  /** Its incident; none for planned work (巡检). */
  incident: z.string().max(60).optional(),
  projectId: id,
  customerId: id.nullable(),
  departmentId: id.nullable(),
  engineerId: id,
  /** The person asked to sign: a contact, or a person known by name. */
  contactId: id.nullable(),
  contactName: freeText(120).optional(),
  startedAt: instant,
  endedAt: instant,
  done: freeText(3000),
  /** Links made before this no longer work. */
  linksFrom: instant.optional(),
  answer: answerSchema.optional(),
  /** Answers returned by the service desk, with the reason. */
  earlier: z.array(z.object({ answer: answerSchema, reason: freeText(1000), by: person, at: instant })).max(10),
  submittedBy: person.optional(),
  submittedAt: instant.optional(),
  cancellation: freeText(1000).optional(),
});
export type ServiceReportData = z.output<typeof serviceReportData>;

/** Whether an answer is a signature, with or without a reservation. */
export const isSigned = ({ outcome }: Pick<ReportAnswer, 'outcome'>): boolean =>
  outcome === 'signed' || outcome === 'reserved';
