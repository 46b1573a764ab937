import { z } from 'zod';
import { deadlineSchema } from '../../calendar/deadline.ts';
import { clockSchema } from './clocks.ts';
import { commonSchema } from './common.ts';
import { effectSchema, standingCardSchema } from './effect.ts';
import { historyEntrySchema } from './history.ts';
import { undoSchema } from './undo-data.ts';

/** A duty in addition to what the state's owners owe: a confirmation, an opinion, an answer to a request. */
export const dutySchema = z.object({
  /** Its name; the catalogues have it at `TYPE.duty.STEP` or `record.duty.STEP`. */
  step: z.string(),
  /** Which one of several of its kind: the opinion or request. */
  of: z.string().optional(),
  ownerIds: z.array(z.string()),
  dueAt: z.date(),
  /** The day of the deadline, by the clock of the record's site. */
  day: z.string(),
  /** The deadline runs through a year whose holidays are not published. */
  provisional: z.boolean().default(false),
});
export type Duty = z.infer<typeof dutySchema>;

/** A record as stored in the database; `data` is parsed by its type. */
export const envelopeSchema = z.object({
  id: z.string(),
  type: z.string(),
  number: z.string(),
  /** Idempotency key: the interaction or effect that created it. Creating again under the same origin gives this record. */
  origin: z.string(),
  state: z.string(),
  open: z.boolean(),
  round: z.number().int(),
  version: z.number().int(),
  /** Counts every write: decisions, which `version` also counts, and the outbox's notes. */
  revision: z.number().int().default(0),
  schemaVersion: z.number().int(),
  ownerIds: z.array(z.string()),
  /** Why others than usual own it: the role of the approval chain that applied. */
  ownedByChain: z.string().nullable(),
  departmentId: z.string().nullable(),
  parentNumber: z.string().nullable(),
  facets: z.record(z.string(), z.string()),
  /** The move expected of the owners, if there is no choice to make first; see `wanted-move.ts`. */
  wants: z.string().nullable().default(null),
  /** The deadline of the current state, with how it was computed. */
  due: deadlineSchema.nullable(),
  /** Every run of a deadline, oldest first; see `clocks.ts`. */
  clocks: z.array(clockSchema).default([]),
  /** Additional duties, most urgent first. */
  duties: z.array(dutySchema).default([]),
  /** Everyone with such a duty. */
  dutyOwnerIds: z.array(z.string()).default([]),
  /** Visible only to those in `readerIds`, QED and MR; see `access.ts`. */
  restricted: z.boolean().default(false),
  readerIds: z.array(z.string()).default([]),
  /** Its state before the last decision, while that can be undone; see `undo.ts`. */
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
  /** The data as stored, if it was of an older version of its type: what the history adds up to. */
  readonly upgradedFrom?: unknown;
}
