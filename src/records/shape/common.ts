import { z } from 'zod';
import { fileRefSchema } from '../../chat/file-ref.ts';
import { freeText } from './free-text.ts';

const person = z.string().max(100);
const instant = z.iso.datetime();
const day = z.iso.date();
const id = z.string().max(100);
/** The working days given, if they run through a year whose calendar is not published: see `recompute.ts`. */
const provisionalDays = z.number().int().optional();

/** Words from a conversation, kept as evidence: who said them and when, and who added them. */
const quoteSchema = z.object({
  kind: z.literal('quote'),
  id,
  text: freeText(3000),
  /** One of our people, otherwise the name given by the platform. */
  authorId: person.nullable(),
  authorName: freeText(200).optional(),
  saidAt: instant,
  link: z.url().max(1000).optional(),
  addedBy: person,
  addedAt: instant,
});

/** Why a file is not kept: because of the file itself, or because the platform does not deliver it. */
export const fileRefusals = ['empty', 'tooLarge', 'type', 'gone', 'undelivered'] as const;

/** A file, kept as evidence: at first a reference to its location, later the stored content's details. */
const fileSchema = z.object({
  kind: z.literal('file'),
  id,
  name: freeText(255),
  /** Its location on the platform. */
  ref: fileRefSchema.optional(),
  /** The generator, if it is generated from the record: see `RecordType.makes`. */
  made: z.string().max(40).optional(),
  state: z.enum(['fetching', 'stored', 'refused']),
  /** The stored content. */
  stored: z
    .object({
      fileId: z.string().max(60),
      /** Of the content, in hex. */
      sha256: z.string().length(64),
      /** In bytes. */
      size: z.number().int().positive(),
      /** The media type detected from the content. */
      type: z.string().max(120),
    })
    .optional(),
  /** Why nothing was stored. */
  refusal: z.enum(fileRefusals).optional(),
  addedBy: person,
  addedAt: instant,
});

/** A piece of evidence. */
export const evidenceSchema = z.discriminatedUnion('kind', [quoteSchema, fileSchema]);
export type Evidence = z.infer<typeof evidenceSchema>;
export type FileEvidence = Extract<Evidence, { kind: 'file' }>;

const commentSchema = z.object({ id, by: person, at: instant, text: freeText(3000) });

/** A requested opinion; it decides nothing. */
const opinionSchema = z.object({
  id,
  askedBy: person,
  of: person,
  at: instant,
  question: freeText(1000),
  /** The day by which it is requested. */
  dueDay: day,
  provisionalDays,
  answer: freeText(3000).optional(),
  answeredAt: instant.optional(),
});

/** A requested extension. On-time is still computed against the first deadline. */
const extensionSchema = z.object({
  id,
  /** The state and round of the deadline. */
  step: z.string().max(60),
  round: z.number().int(),
  askedBy: person,
  askedAt: instant,
  day,
  reason: freeText(1000),
  /** The day by which the request needs an answer. */
  answerBy: day,
  provisionalDays,
  outcome: z.enum(['granted', 'declined', 'lapsed']).optional(),
  decidedBy: person.optional(),
  decidedAt: instant.optional(),
  remark: freeText(1000).optional(),
});
export type Extension = z.infer<typeof extensionSchema>;

/** How one record is linked to another. `recurrence`: the other happened before this one; `evidence`: the other supports this one. */
export const linkKinds = ['duplicate', 'recurrence', 'evidence', 'related'] as const;
const linkSchema = z.object({ kind: z.enum(linkKinds), number: z.string().max(60) });

/** The common part of every record, in addition to its type's data: what people say, ask and do around it. */
export const commonSchema = z.object({
  evidence: z.array(evidenceSchema).max(100).default([]),
  comments: z.array(commentSchema).max(200).default([]),
  followerIds: z.array(person).max(200).default([]),
  opinions: z.array(opinionSchema).max(50).default([]),
  extensions: z.array(extensionSchema).max(50).default([]),
  links: z.array(linkSchema).max(50).default([]),
  /** The last manual reminder: 催办, once a day. */
  nudge: z.object({ by: person, day }).optional(),
  /** Who postponed reminders, and until when; the deadline stays. */
  snoozes: z
    .array(z.object({ personId: person, until: day }))
    .max(100)
    .default([]),
  /** Who was told that a deadline is missed: at which level, which deadline, and when. */
  escalations: z
    .array(z.object({ personId: person, after: z.number().int(), dueAt: instant, at: instant }))
    .max(200)
    .default([]),
  /** Visible only to the named people, QED and MR. */
  restricted: z.boolean().default(false),
  /** People named in addition to those the type names. */
  accessIds: z.array(person).max(100).default([]),
});
export type Common = z.infer<typeof commonSchema>;

/** Nothing said or asked so far. */
export const emptyCommon: Common = commonSchema.parse({});

/** Empty parts are left out of the history, so that a record contains only what there is. */
export const saidIn = (common: Common): Partial<Common> =>
  Object.fromEntries(
    Object.entries(common).filter(([, value]) => value !== false && !(Array.isArray(value) && value.length === 0)),
  );
