import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { Registry } from '../registry.ts';
import type { Reports, SortKey } from '../shape/report-query.ts';
import { recordModel } from './record-model.ts';

type Department = string | null;

const placeSchema = z.object({
  dueAt: z.date().nullable().default(null),
  createdAt: z.date(),
  updatedAt: z.date(),
});
const shownOfPlace = { _id: 0, dueAt: 1, createdAt: 1, updatedAt: 1 } as const;

/** The types with deadlines that a department must keep. */
export const typesKeeping = (registry: Registry): string[] =>
  registry.all.filter(({ keptIn }) => keptIn !== undefined).map(({ type }) => type);

/** Counts for summaries and statistics over a connection: by indexes only. */
export function createFigureCounts(
  connection: Connection,
  registry: Registry,
): Pick<Reports, 'countFigures' | 'countOpen' | 'sortKeyOfState' | 'sortKeyOfDepartment'> {
  const model = recordModel(connection);
  const type = { $in: registry.all.map((one) => one.type) };
  const keeping = { $in: typesKeeping(registry) };
  const inAny = (departments: readonly Department[]) => ({
    restricted: false,
    departmentId: { $in: [...departments] },
  });

  async function first(filter: Readonly<Record<string, unknown>>, by: 'dueAt' | 'updatedAt'): Promise<SortKey | null> {
    const found = await model
      .findOne(filter, shownOfPlace)
      .sort({ [by]: 1 })
      .lean();
    return found ? { ...placeSchema.parse(found), isOpen: by === 'dueAt' } : null;
  }

  return {
    async countFigures(opened, departments, { from, to }, now) {
      const past = new Date(Math.min(to.getTime(), now.getTime() - 1));
      const [begun, late] = await Promise.all([
        model.countDocuments({ ...inAny(departments), type: opened, createdAt: { $gte: from, $lte: to } }),
        model.countDocuments({ ...inAny(departments), type: keeping, keptBy: { $gte: from, $lte: past } }),
      ]);
      return { opened: begun, late };
    },
    async countOpen(name, departments, now) {
      const open = { open: true, ...inAny(departments), type: name };
      const [overdue, ...counts] = await Promise.all([
        model.countDocuments({ ...open, runsUntil: { $lt: now } }),
        ...Object.keys(registry.get(name).states).map(async (state) => {
          return { state, count: await model.countDocuments({ ...open, state }) };
        }),
      ]);
      const byState = counts.filter(({ count }) => count > 0);
      return { all: byState.reduce((sum, { count }) => sum + count, 0), overdue, byState };
    },
    sortKeyOfState: (name, state, departments) =>
      first({ open: true, ...inAny(departments), type: name, state }, 'dueAt'),
    async sortKeyOfDepartment(departmentId, since) {
      const whose = { restricted: false, type, departmentId };
      const open = await first({ open: true, ...whose }, 'dueAt');
      return open ?? first({ ...whose, updatedAt: { $gte: since } }, 'updatedAt');
    },
  };
}
