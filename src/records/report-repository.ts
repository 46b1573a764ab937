import type { Connection } from 'mongoose';
import { z } from 'zod';
import { clockSchema } from './clocks.ts';
import { commonSchema } from './common.ts';
import { readRows } from './read-rows.ts';
import { dutySchema } from './record.ts';
import { recordModel } from './record-model.ts';
import type { Registry } from './registry.ts';
import type { ClockRow, OverdueRow, Reports } from './report-query.ts';

const extensions = commonSchema.shape.extensions;
const common = z.object({ extensions }).default({ extensions: [] });
const opinions = z
  .array(z.object({ id: z.string(), at: z.string(), dueDay: z.string(), answeredAt: z.string().optional() }))
  .default([]);
const requests = z.object({ extensions, opinions }).default({ extensions: [], opinions: [] });

// Ten thousand of these are read for a digest: the shape is parsed as it comes, and made a row by hand.
const overdueSchema = z.object({
  number: z.string(),
  type: z.string(),
  title: z.string(),
  state: z.string(),
  round: z.number(),
  ownerIds: z.array(z.string()),
  departmentId: z.string().nullable(),
  dueAt: z.date(),
  due: z.object({ day: z.string() }),
  restricted: z.boolean().default(false),
  common,
});

function overdueRow({ due, common: said, ...row }: z.output<typeof overdueSchema>): OverdueRow {
  return { ...row, duty: null, day: due.day, extensions: said.extensions };
}

const dutiesSchema = overdueSchema.omit({ ownerIds: true, dueAt: true, due: true, common: true }).extend({
  duties: z.array(dutySchema),
});

/** The duties of a record that are over, each a row of its own. */
function dutyRows({ duties, ...row }: z.output<typeof dutiesSchema>, now: Date): OverdueRow[] {
  return duties
    .filter(({ dueAt }) => dueAt < now)
    .map(({ step, of, ownerIds, dueAt, day }) => {
      const duty = { step, ...(of !== undefined && { of }) };
      return { ...row, duty, ownerIds, dueAt, day, extensions: [] };
    });
}

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

const shownOfOverdue = {
  _id: 0,
  number: 1,
  type: 1,
  title: 1,
  state: 1,
  round: 1,
  ownerIds: 1,
  departmentId: 1,
  dueAt: 1,
  'due.day': 1,
  restricted: 1,
  'common.extensions': 1,
} as const;

const shownOfDuties = {
  _id: 0,
  number: 1,
  type: 1,
  title: 1,
  state: 1,
  round: 1,
  departmentId: 1,
  restricted: 1,
  duties: 1,
} as const;

const shownOfClocks = {
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
  'common.extensions': 1,
  'common.opinions.id': 1,
  'common.opinions.at': 1,
  'common.opinions.dueDay': 1,
  'common.opinions.answeredAt': 1,
  facets: 1,
} as const;

/** The questions over a connection, each by an index and without history, effects and texts. */
export function createReports(connection: Connection, registry: Registry): Reports {
  const model = recordModel(connection);
  const type = { $in: registry.all.map((one) => one.type) };

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
    async overdue(now) {
      const open = { open: true, type };
      const states = await rows(
        { ...open, dueAt: { $lt: now } },
        shownOfOverdue,
        { dueAt: 1 },
        overdueSchema,
        overdueRow,
      );
      const duties = await rows({ ...open, dutyAt: { $lt: now } }, shownOfDuties, { dutyAt: 1 }, dutiesSchema, (row) =>
        dutyRows(row, now),
      );
      return [...states, ...duties.flat()].sort((left, right) => left.dueAt.getTime() - right.dueAt.getTime());
    },
    changedSince: (since) =>
      rows({ type, updatedAt: { $gte: since } }, shownOfClocks, { updatedAt: 1 }, clockRowSchema, clockRow),
    open: () => rows({ open: true, type }, shownOfClocks, { dueAt: 1 }, clockRowSchema, clockRow),
  };
}
