import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { Registry } from '../registry.ts';
import { clockSchema } from '../shape/clocks.ts';
import { commonSchema } from '../shape/common.ts';
import { dutySchema } from '../shape/record.ts';
import type { ChangedRow, ClockRow, Reports } from '../shape/report-query.ts';
import { createFigureCounts, typesKeeping } from './figure-repository.ts';
import { createOverdue } from './overdue-repository.ts';
import { readRows } from './read-rows.ts';
import { recordModel } from './record-model.ts';

const extensions = commonSchema.shape.extensions;
const opinions = z
  .array(z.object({ id: z.string(), at: z.string(), dueDay: z.string(), answeredAt: z.string().optional() }))
  .default([]);
const requests = z.object({ extensions, opinions }).default({ extensions: [], opinions: [] });

const clockRowSchema = z.object({
  number: z.string(),
  type: z.string(),
  state: z.string(),
  open: z.boolean(),
  departmentId: z.string().nullable(),
  restricted: z.boolean().default(false),
  createdAt: z.date(),
  closedAt: z.date().nullable().default(null),
  clocks: z.array(clockSchema).default([]),
  common: requests,
  facets: z.record(z.string(), z.string()),
});

function clockRow({ common: said, ...row }: z.output<typeof clockRowSchema>): ClockRow {
  return { ...row, ...said };
}

const changedRowSchema = clockRowSchema.extend({
  dueAt: z.date().nullable().default(null),
  duties: z.array(dutySchema.pick({ step: true, of: true, dueAt: true })).default([]),
});

function changedRow({ dueAt, duties, ...row }: z.output<typeof changedRowSchema>): ChangedRow {
  const owed = [
    ...(dueAt ? [{ duty: null, dueAt }] : []),
    ...duties.map(({ dueAt: due, step, of }) => ({ duty: { step, ...(of !== undefined && { of }) }, dueAt: due })),
  ];
  return { ...clockRow(row), owed: row.open ? owed : [] };
}

const figuredSchema = clockRowSchema.extend({ dueAt: z.date().nullable().default(null) });
const departmentSchema = z.object({ departmentId: z.string().nullable() });

const shownOfFigures = {
  _id: 0,
  number: 1,
  type: 1,
  state: 1,
  open: 1,
  departmentId: 1,
  restricted: 1,
  createdAt: 1,
  closedAt: 1,
  clocks: 1,
  facets: 1,
} as const;

const shownOfClocks = {
  ...shownOfFigures,
  'common.extensions': 1,
  'common.opinions.id': 1,
  'common.opinions.at': 1,
  'common.opinions.dueDay': 1,
  'common.opinions.answeredAt': 1,
} as const;

const shownOfChanged = { ...shownOfClocks, dueAt: 1, 'duties.step': 1, 'duties.of': 1, 'duties.dueAt': 1 } as const;

/** The queries over a connection, each by an index and without history, effects and texts. */
export function createReports(connection: Connection, registry: Registry): Reports {
  const model = recordModel(connection);
  const type = { $in: registry.all.map((one) => one.type) };
  const keeping = { $in: typesKeeping(registry) };

  async function rows<Shape, Row>(
    filter: Record<string, unknown>,
    projection: Record<string, 0 | 1>,
    sort: Record<string, 1>,
    schema: z.ZodType<Shape>,
    toRow: (shape: Shape) => Row,
  ): Promise<Row[]> {
    return (await readRows(model, { filter, projection, sort }, schema)).map(toRow);
  }

  return {
    async departments(known) {
      const found: (string | null)[] = [...known, null];
      for (;;) {
        const filter = { type, restricted: { $in: [false, true] }, departmentId: { $nin: found } };
        const other = await model.findOne(filter, { _id: 0, departmentId: 1 }).lean();
        if (!other) return found;
        found.push(departmentSchema.parse(other).departmentId);
      }
    },
    ...createOverdue(connection, registry),
    changedSince: (since) =>
      rows({ type, updatedAt: { $gte: since } }, shownOfChanged, { updatedAt: 1 }, changedRowSchema, changedRow),
    ...createFigureCounts(connection, registry),
    async clocks(name, departments, since) {
      const wanted = { restricted: false, type: name, departmentId: { $in: [...departments] } };
      const over = { ...wanted, open: false, updatedAt: { $gte: since } };
      const found = await Promise.all([
        rows({ ...wanted, open: true }, shownOfFigures, {}, clockRowSchema, clockRow),
        rows(over, shownOfFigures, { updatedAt: 1 }, clockRowSchema, clockRow),
      ]);
      return found.flat();
    },
    async figured(departments, since) {
      const wanted = { figured: true, restricted: false, type: keeping, departmentId: { $in: [...departments] } };
      const [open, changed] = await Promise.all([
        rows({ ...wanted, open: true }, { ...shownOfFigures, dueAt: 1 }, {}, figuredSchema, (row) => row),
        rows(
          { ...wanted, open: false, updatedAt: { $gte: since } },
          shownOfFigures,
          { updatedAt: 1 },
          clockRowSchema,
          clockRow,
        ),
      ]);
      const byDeadline = open.sort((left, right) => (left.dueAt?.getTime() ?? 0) - (right.dueAt?.getTime() ?? 0));
      return [...byDeadline.map(clockRow), ...changed];
    },
  };
}
