import type { Connection } from 'mongoose';
import { z } from 'zod';
import { recordModel } from './record-model.ts';

const summarySchema = z.object({
  number: z.string(),
  type: z.string(),
  title: z.string(),
  state: z.string(),
  ownerIds: z.array(z.string()),
  departmentId: z.string().nullable(),
  dueAt: z.date().nullable(),
});

/** A record as lists see it. */
export type RecordSummary = z.infer<typeof summarySchema>;

const shown = { _id: 0, number: 1, type: 1, title: 1, state: 1, ownerIds: 1, departmentId: 1, dueAt: 1 } as const;

/** Lists of records: the most urgent first, without history and effects. */
export interface RecordLists {
  /** Open records of a type. `total` counts them all. */
  open(type: string, limit: number): Promise<{ readonly records: readonly RecordSummary[]; readonly total: number }>;
  /** Open records that any of these people must act on. */
  ownedBy(
    personIds: readonly string[],
    limit: number,
  ): Promise<{ readonly records: readonly RecordSummary[]; readonly total: number }>;
}

/** Lists over a connection. */
export function createRecordLists(connection: Connection): RecordLists {
  const model = recordModel(connection);
  async function list(filter: Record<string, unknown>, limit: number) {
    const [found, total] = await Promise.all([
      model.find(filter, shown).sort({ dueAt: 1 }).limit(limit).lean(),
      model.countDocuments(filter),
    ]);
    return { records: z.array(summarySchema).parse(found), total };
  }
  return {
    open: (type, limit) => list({ open: true, type }, limit),
    ownedBy: (personIds, limit) => list({ ownerIds: { $in: [...personIds] }, open: true }, limit),
  };
}
