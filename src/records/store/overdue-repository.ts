import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { Registry } from '../registry.ts';
import { commonSchema } from '../shape/common.ts';
import { dutySchema } from '../shape/record.ts';
import type { OverdueRow, Reports } from '../shape/report-query.ts';
import { recordModel } from './record-model.ts';

const overdueSchema = z.object({
  number: z.string(),
  type: z.string(),
  title: z.string(),
  state: z.string(),
  round: z.number(),
  departmentId: z.string().nullable(),
  createdAt: z.date(),
});
const stateSchema = overdueSchema.extend({
  ownerIds: z.array(z.string()),
  dueAt: z.date(),
  due: z.object({ day: z.string() }),
  common: commonSchema.pick({ extensions: true }).prefault({}),
});
const dutiesSchema = overdueSchema.extend({ duties: z.array(dutySchema) });
const severalSchema = z.object({
  departmentId: z.string().nullable(),
  duties: z.array(dutySchema.pick({ dueAt: true })),
});

const shown = { _id: 0, number: 1, type: 1, title: 1, state: 1, round: 1, departmentId: 1, createdAt: 1 } as const;
const shownOfState = { ...shown, ownerIds: 1, dueAt: 1, 'due.day': 1, 'common.extensions': 1 } as const;
const shownOfDuties = { ...shown, duties: 1 } as const;

type Department = string | null;
type Row = Readonly<Record<string, unknown>>;

/** Overdue items over a connection: counts by indexes, and only the rows asked for. */
export function createOverdue(
  connection: Connection,
  registry: Registry,
): Pick<Reports, 'countOverdue' | 'countRestricted' | 'oldestOverdue'> {
  const model = recordModel(connection);
  const type = { $in: registry.all.map((one) => one.type) };
  const open = (departments: readonly Department[], restricted: boolean): Row => ({
    open: true,
    restricted,
    type,
    departmentId: { $in: [...departments] },
  });

  /** The later duties of records with several overdue: few, and only the first of each record is indexed. */
  async function laterDuties(restricted: boolean, until: Date) {
    const filter = { open: true, restricted, secondDutyAt: { $lt: until } };
    const found = await model.find(filter, { _id: 0, departmentId: 1, 'duties.dueAt': 1 }).lean();
    return z
      .array(severalSchema)
      .parse(found)
      .flatMap(({ departmentId, duties }) => duties.slice(1).map(({ dueAt }) => ({ departmentId, dueAt })))
      .filter(({ dueAt }) => dueAt < until);
  }

  /** The number of states and first duties due before an instant. */
  async function count(filter: Row, before: Date): Promise<number> {
    const [states, duties] = await Promise.all(
      ['dueAt', 'dutyAt'].map((field) => model.countDocuments({ ...filter, [field]: { $lt: before } })),
    );
    return (states ?? 0) + (duties ?? 0);
  }

  return {
    async countOverdue(departments, now, then) {
      const later = await laterDuties(false, now);
      return Promise.all(
        departments.map(async (departmentId) => {
          const filter = open([departmentId], false);
          const [late, lateThen] = await Promise.all([count(filter, now), count(filter, then)]);
          const others = later.filter((duty) => duty.departmentId === departmentId);
          const before = others.filter(({ dueAt }) => dueAt < then);
          return { departmentId, now: late + others.length, earlier: lateThen + before.length };
        }),
      );
    },
    async countRestricted(departments, now) {
      const [first, later] = await Promise.all([count(open(departments, true), now), laterDuties(true, now)]);
      return first + later.filter(({ departmentId }) => departments.includes(departmentId)).length;
    },
    async oldestOverdue(departmentId, now, limit) {
      if (limit === 0) return [];
      const filter = open([departmentId], false);
      const past = { $lt: now };
      const [states, duties] = await Promise.all([
        model
          .find({ ...filter, dueAt: past }, shownOfState)
          .sort({ dueAt: 1 })
          .limit(limit)
          .lean(),
        model
          .find({ ...filter, dutyAt: past }, shownOfDuties)
          .sort({ dutyAt: 1 })
          .limit(limit)
          .lean(),
      ]);
      const rows = [
        ...z.array(stateSchema).parse(states).map(stateRow),
        ...z
          .array(dutiesSchema)
          .parse(duties)
          .flatMap((row) => dutyRows(row, now)),
      ];
      return rows.sort((left, right) => left.dueAt.getTime() - right.dueAt.getTime()).slice(0, limit);
    },
  };
}

function stateRow({ due, common, ...row }: z.output<typeof stateSchema>): OverdueRow {
  return { ...row, duty: null, day: due.day, extensions: common.extensions };
}

/** A record's overdue duties, one row each. */
function dutyRows({ duties, ...row }: z.output<typeof dutiesSchema>, now: Date): OverdueRow[] {
  return duties
    .filter(({ dueAt }) => dueAt < now)
    .map(({ step, of, ownerIds, dueAt, day }) => {
      const duty = { step, ...(of !== undefined && { of }) };
      return { ...row, duty, ownerIds, dueAt, day, extensions: [] };
    });
}
