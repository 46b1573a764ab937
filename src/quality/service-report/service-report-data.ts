import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';
import { scoreSchema } from '../satisfaction/score.ts';

/** What the customer said: signed, signed with a reservation, would not sign, was not there. */
export const outcomes = ['signed', 'reserved', 'refused', 'absent'] as const;
/** On the customer's own phone, on that of the engineer, or on paper. */
export const ways = ['customerPhone', 'engineerPhone', 'paper'] as const;

const id = z.string().max(60);
const person = z.string().max(100);
const instant = z.iso.datetime();

/** What the customer answered, frozen: none of it changes afterwards. */
export const answerSchema = z.object({
  outcome: z.enum(outcomes),
  way: z.enum(ways),
  at: instant,
  /** Of the visit, and of the engineer; whoever signs gives both. */
  score: scoreSchema.optional(),
  engineerScore: scoreSchema.optional(),
  comment: freeText(2000).optional(),
  /** The reservation, or why it was not signed. */
  remark: freeText(1000).optional(),
  signerName: freeText(60).optional(),
  signerPost: freeText(60).optional(),
  /** Whether the signer is one of the project's contacts. */
  isKnown: z.boolean(),
  /** The drawn lines: see `signature.ts`. */
  signature: freeText(20_000).optional(),
  /** Whom the link was made for, the link, and the masked address that it came from. */
  contactId: id.nullable(),
  link: z.string().max(60).optional(),
  address: z.string().max(60).optional(),
  /** Whose phone it was signed on, or who typed the paper in. */
  handedBy: person.nullable(),
  /** What the customer saw, line by line, in their language. */
  shown: z.record(z.string().max(30), freeText(3000)),
  /** SHA-256 of all that, as canonical JSON with the report's number, in hex. */
  sha256: z.string().length(64),
});
export type ReportAnswer = z.output<typeof answerSchema>;

/** 服务报告 (R37): what was done on site, and what the customer says of it. */
export const serviceReportData = z.object({
  title: freeText(200),
  /** The incident that it belongs to; none for planned work (巡检). */
  incident: z.string().max(60).optional(),
  projectId: id,
  customerId: id.nullable(),
  departmentId: id.nullable(),
  engineerId: id,
  /** Who is asked to sign: a contact, or whoever it is by name. */
  contactId: id.nullable(),
  contactName: freeText(120).optional(),
  startedAt: instant,
  endedAt: instant,
  done: freeText(3000),
  /** Links that were made before this open nothing any more. */
  linksFrom: instant.optional(),
  answer: answerSchema.optional(),
  /** Answers that the service desk sent back, with the reason. */
  earlier: z.array(z.object({ answer: answerSchema, reason: freeText(1000), by: person, at: instant })).max(10),
  submittedBy: person.optional(),
  submittedAt: instant.optional(),
  cancellation: freeText(1000).optional(),
});
export type ServiceReportData = z.output<typeof serviceReportData>;

/** Whether an answer is a signature, with or without a reservation. */
export const isSigned = ({ outcome }: Pick<ReportAnswer, 'outcome'>): boolean =>
  outcome === 'signed' || outcome === 'reserved';
