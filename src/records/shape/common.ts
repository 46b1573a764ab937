import { z } from 'zod';
import { fileRefSchema } from '../../chat/file-ref.ts';
import { freeText } from './free-text.ts';

const person = z.string().max(100);
const instant = z.iso.datetime();
const day = z.iso.date();
const id = z.string().max(100);
/** The working days that were given, where they lead through a year whose calendar is not published: see `recompute.ts`. */
const provisionalDays = z.number().int().optional();

/** Words from a conversation, kept as evidence: who said them, when, and who brought them. */
const quoteSchema = z.object({
  kind: z.literal('quote'),
  id,
  text: freeText(3000),
  /** One of our people, or else the name that the platform gave. */
  authorId: person.nullable(),
  authorName: freeText(200).optional(),
  saidAt: instant,
  link: z.url().max(1000).optional(),
  addedBy: person,
  addedAt: instant,
});

/** Why a file is not kept: as it is, or because the platform does not hand it out. */
export const fileRefusals = ['empty', 'tooLarge', 'type', 'gone', 'undelivered'] as const;

/** A file, kept as evidence: first a reference to where it lies, then what was stored of it. */
const fileSchema = z.object({
  kind: z.literal('file'),
  id,
  name: freeText(255),
  /** Where it lies with its platform. */
  ref: fileRefSchema.optional(),
  /** What makes it, where it is made of the record itself: see `RecordType.makes`. */
  made: z.string().max(40).optional(),
  state: z.enum(['fetching', 'stored', 'refused']),
  /** What was stored of it. */
  stored: z
    .object({
      fileId: z.string().max(60),
      /** Of the content, in hex. */
      sha256: z.string().length(64),
      /** In bytes. */
      size: z.number().int().positive(),
      /** The media type that the content told. */
      type: z.string().max(120),
    })
    .optional(),
  /** Why nothing was. */
  refusal: z.enum(fileRefusals).optional(),
  addedBy: person,
  addedAt: instant,
});

/** What a record is held up by. */
export const evidenceSchema = z.discriminatedUnion('kind', [quoteSchema, fileSchema]);
export type Evidence = z.infer<typeof evidenceSchema>;
export type FileEvidence = Extract<Evidence, { kind: 'file' }>;

const commentSchema = z.object({ id, by: person, at: instant, text: freeText(3000) });

/** Somebody's view that was asked for; it decides nothing. */
const opinionSchema = z.object({
  id,
  askedBy: person,
  of: person,
  at: instant,
  question: freeText(1000),
  /** By when it is wanted. */
  dueDay: day,
  provisionalDays,
  answer: freeText(3000).optional(),
  answeredAt: instant.optional(),
});

/** A later deadline that was asked for. On-time is computed against the first deadline all the same. */
const extensionSchema = z.object({
  id,
  /** The state, and the round, whose deadline it is. */
  step: z.string().max(60),
  round: z.number().int(),
  askedBy: person,
  askedAt: instant,
  day,
  reason: freeText(1000),
  /** By when the request wants an answer. */
  answerBy: day,
  provisionalDays,
  outcome: z.enum(['granted', 'declined', 'lapsed']).optional(),
  decidedBy: person.optional(),
  decidedAt: instant.optional(),
  remark: freeText(1000).optional(),
});
export type Extension = z.infer<typeof extensionSchema>;

/** How one record is bound to another. `recurrence`: that one happened before this one; `evidence`: that one shows what this one says. */
export const linkKinds = ['duplicate', 'recurrence', 'evidence', 'related'] as const;
const linkSchema = z.object({ kind: z.enum(linkKinds), number: z.string().max(60) });

/** What every record has besides its type's data: what people say, ask and do around it. */
export const commonSchema = z.object({
  evidence: z.array(evidenceSchema).max(100).default([]),
  comments: z.array(commentSchema).max(200).default([]),
  followerIds: z.array(person).max(200).default([]),
  opinions: z.array(opinionSchema).max(50).default([]),
  extensions: z.array(extensionSchema).max(50).default([]),
  links: z.array(linkSchema).max(50).default([]),
  /** The last reminder sent by hand: 催办, once a day. */
  nudge: z.object({ by: person, day }).optional(),
  /** Who put off being reminded, and until when; the deadline stays. */
  snoozes: z
    .array(z.object({ personId: person, until: day }))
    .max(100)
    .default([]),
  /** Who was told that a deadline is missed: at which rung, of which deadline, when. */
  escalations: z
    .array(z.object({ personId: person, after: z.number().int(), dueAt: instant, at: instant }))
    .max(200)
    .default([]),
  /** Seen by the named people, QED and MR alone. */
  restricted: z.boolean().default(false),
  /** Whoever was named besides those whom the type names. */
  accessIds: z.array(person).max(100).default([]),
});
export type Common = z.infer<typeof commonSchema>;

/** Nothing said or asked yet. */
export const emptyCommon: Common = commonSchema.parse({});

/** The empty parts are left out where the history is written, so that a record says only what there is. */
export const saidIn = (common: Common): Partial<Common> =>
  Object.fromEntries(
    Object.entries(common).filter(([, value]) => value !== false && !(Array.isArray(value) && value.length === 0)),
  );
