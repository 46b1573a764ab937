import { z } from 'zod';
import { deadlineSchema } from '../../calendar/deadline.ts';
import { clockSchema } from './clocks.ts';
import { commonSchema } from './common.ts';
import { effectSchema, standingCardSchema } from './effect.ts';
import { historyEntrySchema } from './history.ts';
import { undoSchema } from './undo-data.ts';

/** Something that somebody owes besides what the state's owners owe: a confirmation, an opinion, an answer to a request. */
export const dutySchema = z.object({
  /** What is owed, as a name that the catalogues know at `TYPE.duty.STEP` or `record.duty.STEP`. */
  step: z.string(),
  /** Which of several of its kind: the opinion, or the request. */
  of: z.string().optional(),
  ownerIds: z.array(z.string()),
  dueAt: z.date(),
  /** The day of the deadline, by the clock of the record's site. */
  day: z.string(),
  /** The deadline walks through a year whose holidays are not published. */
  provisional: z.boolean().default(false),
});
export type Duty = z.infer<typeof dutySchema>;

/** A record as the database holds it; `data` is parsed by its type. */
export const envelopeSchema = z.object({
  id: z.string(),
  type: z.string(),
  number: z.string(),
  /** The interaction or effect that created it: creating again under the same origin gives this record. */
  origin: z.string(),
  state: z.string(),
  open: z.boolean(),
  round: z.number().int(),
  version: z.number().int(),
  /** Counts every write: decisions, which `version` counts, and what the outbox notes. */
  revision: z.number().int().default(0),
  schemaVersion: z.number().int(),
  ownerIds: z.array(z.string()),
  /** Why others than the usual own it: the role of the chain that stepped in. */
  ownedByChain: z.string().nullable(),
  departmentId: z.string().nullable(),
  parentNumber: z.string().nullable(),
  facets: z.record(z.string(), z.string()),
  /** The move that the owners are waited for, where there is no choice to make first; see `wanted-move.ts`. */
  wants: z.string().nullable().default(null),
  /** The deadline of the present state, with the arithmetic that led to it. */
  due: deadlineSchema.nullable(),
  /** Every run of a deadline, the oldest first; see `clocks.ts`. */
  clocks: z.array(clockSchema).default([]),
  /** What is owed besides, the most urgent first. */
  duties: z.array(dutySchema).default([]),
  /** Whoever owes any of that. */
  dutyOwnerIds: z.array(z.string()).default([]),
  /** Seen by those in `readerIds`, QED and MR alone; see `access.ts`. */
  restricted: z.boolean().default(false),
  readerIds: z.array(z.string()).default([]),
  /** How it stood before the last decision, while that may be taken back; see `undo.ts`. */
  undo: undoSchema.nullable().default(null),
  createdAt: z.date(),
  createdBy: z.string().nullable(),
  updatedAt: z.date(),
  cards: z.array(standingCardSchema),
  effects: z.array(effectSchema),
  history: z.array(historyEntrySchema),
  common: commonSchema.prefault({}),
  data: z.unknown(),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** A record whose data has been parsed. */
export interface RecordOf<Data> extends Omit<Envelope, 'data'> {
  readonly data: Data;
  /** The data as it stands in the database, where it was of an older version of its type: what the history adds up to. */
  readonly upgradedFrom?: unknown;
}
