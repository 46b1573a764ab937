import type { Connection } from 'mongoose';
import { z } from 'zod';
import { type Deadline, deadlineSchema } from '../calendar/deadline.ts';
import type { DueLists, DueRecord } from './due-query.ts';
import { recordModel } from './record-model.ts';
import type { Registry } from './registry.ts';

const rowSchema = z.object({
  number: z.string(),
  type: z.string(),
  title: z.string(),
  ownerIds: z.array(z.string()),
  departmentId: z.string().nullable(),
  due: deadlineSchema.pick({ day: true, provisional: true }) satisfies z.ZodType<Pick<Deadline, 'day' | 'provisional'>>,
});

const shown = {
  _id: 0,
  number: 1,
  type: 1,
  title: 1,
  ownerIds: 1,
  departmentId: 1,
  'due.day': 1,
  'due.provisional': 1,
} as const;

/** Questions about deadlines over a connection. One query for each type, by the index on open, type and deadline. */
export function createDueLists(connection: Connection, registry: Registry): DueLists {
  const model = recordModel(connection);
  return {
    async dueByOwner(until) {
      const types = registry.all.map(({ type }) => type);
      const filter = { open: true, type: { $in: types }, dueAt: { $lte: until } };
      const found = await model.find(filter, shown).sort({ dueAt: 1 }).lean();
      const byOwner = new Map<string, DueRecord[]>();
      for (const { due, ...row } of z.array(rowSchema).parse(found)) {
        const record: DueRecord = { ...row, ...due };
        for (const owner of record.ownerIds) byOwner.set(owner, [...(byOwner.get(owner) ?? []), record]);
      }
      return byOwner;
    },
  };
}
