import { setImmediate } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { z } from 'zod';
import { deadlineSchema } from '../../calendar/deadline.ts';
import { wantedForDuty } from '../decide/wanted-move.ts';
import type { Registry } from '../registry.ts';
import { commonSchema } from '../shape/common.ts';
import type { DueItem, DueLists } from '../shape/due-query.ts';
import { dutySchema } from '../shape/record.ts';
import { visitDocuments } from './read-rows.ts';
import { recordModel } from './record-model.ts';

const rowSchema = z.object({
  number: z.string(),
  type: z.string(),
  title: z.string(),
  state: z.string(),
  round: z.number(),
  ownerIds: z.array(z.string()),
  departmentId: z.string().nullable(),
  due: deadlineSchema.pick({ at: true, day: true, provisional: true }).nullable(),
  duties: z.array(dutySchema).default([]),
  wants: z.string().nullable().default(null),
  restricted: z.boolean().default(false),
  readerIds: z.array(z.string()).default([]),
  common: commonSchema.pick({ snoozes: true, escalations: true }).prefault({}),
});
type Row = z.infer<typeof rowSchema>;

const shown = {
  _id: 0,
  number: 1,
  type: 1,
  title: 1,
  state: 1,
  round: 1,
  ownerIds: 1,
  departmentId: 1,
  'due.at': 1,
  'due.day': 1,
  'due.provisional': 1,
  duties: 1,
  wants: 1,
  restricted: 1,
  readerIds: 1,
  'common.snoozes': 1,
  'common.escalations': 1,
} as const;

/** Deadline queries over a connection: each record is read once, by its earliest deadline. */
export function createDueLists(connection: Connection, registry: Registry): DueLists {
  const model = recordModel(connection);
  const types = registry.all.map(({ type }) => type);

  const isQueued = ({ type, state }: Row) => registry.get(type).states[state]?.queued === true;

  function dutiesIn(row: Row, until: Date): DueItem[] {
    return row.duties
      .filter(({ dueAt }) => dueAt <= until)
      .map(({ step, ownerIds, dueAt, day, provisional }) => {
        const wants = wantedForDuty(registry.get(row.type), row.state, step);
        return itemOf(row, step, ownerIds, { at: dueAt, day, provisional }, wants);
      });
  }

  return {
    async dueUntil(until) {
      const filter = { open: true, type: { $in: types }, wantedAt: { $lte: until } };
      const states: DueItem[] = [];
      const owing: (readonly DueItem[])[] = [];
      await visitDocuments(model, { filter, projection: shown }, (document) => {
        const row = rowSchema.parse(document);
        const { due, ownerIds, wants, duties } = row;
        if (due && due.at <= until && !isQueued(row)) states.push(itemOf(row, null, ownerIds, due, wants));
        if (duties.length > 0) owing.push(dutiesIn(row, until));
      });
      states.sort(byDeadline);
      await setImmediate();
      const duties = owing.sort(([left], [right]) => (left && right ? byDeadline(left, right) : 0)).flat();
      // On equal deadlines, a state's comes first. The sort merges two sorted runs in one pass.
      return [...states, ...duties.sort(byDeadline)].sort(byDeadline);
    },
  };
}

const byDeadline = (left: DueItem, right: DueItem) => left.dueAt.getTime() - right.dueAt.getTime();

/** Written out: in V8, spreading an object with this many fields is many times slower, and there may be ten thousand rows. */
const itemOf = (
  row: Row,
  duty: string | null,
  ownerIds: readonly string[],
  { at, day, provisional }: { readonly at: Date; readonly day: string; readonly provisional: boolean },
  wants: string | null,
): DueItem => ({
  number: row.number,
  type: row.type,
  title: row.title,
  round: row.round,
  departmentId: row.departmentId,
  restricted: row.restricted,
  readerIds: row.readerIds,
  snoozes: row.common.snoozes,
  escalations: row.common.escalations,
  duty,
  ownerIds,
  dueAt: at,
  day,
  provisional,
  wants,
});
