import { z } from 'zod';

/** The fields of a record that lists need, as a projection: without history and effects. */
export const summaryFields = {
  _id: 0,
  number: 1,
  type: 1,
  title: 1,
  state: 1,
  ownerIds: 1,
  departmentId: 1,
  dueAt: 1,
  closedAt: 1,
  restricted: 1,
} as const;

export const summarySchema = z.object({
  number: z.string(),
  type: z.string(),
  title: z.string(),
  state: z.string(),
  ownerIds: z.array(z.string()),
  departmentId: z.string().nullable(),
  dueAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  restricted: z.boolean().default(false),
});

/** A record as lists see it. */
export type RecordSummary = z.infer<typeof summarySchema>;

/** A page of a list. `total` counts the whole list, but no further than `countLimit`. */
export interface ListPage {
  readonly records: readonly RecordSummary[];
  readonly total: number;
  /** There were too many records: only the first ones were searched. */
  readonly cut?: true;
}
