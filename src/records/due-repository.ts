import type { Connection } from 'mongoose';
import { z } from 'zod';
import { deadlineSchema } from '../calendar/deadline.ts';
import { commonSchema } from './common.ts';
import type { DueItem, DueLists } from './due-query.ts';
import { readRows } from './read-rows.ts';
import { dutySchema } from './record.ts';
import { recordModel } from './record-model.ts';
import type { Registry } from './registry.ts';
import { wantedForDuty } from './wanted-move.ts';

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

/** Questions about deadlines over a connection: of states and of duties, each by its index on open, type and deadline. */
export function createDueLists(connection: Connection, registry: Registry): DueLists {
  const model = recordModel(connection);
  const types = registry.all.map(({ type }) => type);
  async function rows(field: 'dueAt' | 'dutyAt', until: Date): Promise<Row[]> {
    const filter = { open: true, type: { $in: types }, [field]: { $lte: until } };
    return readRows(model, { filter, projection: shown, sort: { [field]: 1 } }, rowSchema);
  }

  const dutiesIn = (row: Row, until: Date): DueItem[] =>
    row.duties
      .filter(({ dueAt }) => dueAt <= until)
      .map(({ step, ownerIds, dueAt, day, provisional }) => {
        const wants = wantedForDuty(registry.get(row.type), row.state, step);
        return { ...common(row), duty: step, ownerIds, dueAt, day, provisional, wants };
      });

  const isQueued = ({ type, state }: Row) => registry.get(type).states[state]?.queued === true;

  return {
    async dueUntil(until) {
      const [states, duties] = await Promise.all([rows('dueAt', until), rows('dutyAt', until)]);
      const listed = states.filter((row) => !isQueued(row));
      const items = [...listed.flatMap(ofState), ...duties.flatMap((row) => dutiesIn(row, until))];
      return items.sort((left, right) => left.dueAt.getTime() - right.dueAt.getTime());
    },
  };
}

function ofState(row: Row): DueItem[] {
  if (!row.due) return [];
  const { at, day, provisional } = row.due;
  const { ownerIds, wants } = row;
  return [{ ...common(row), duty: null, ownerIds, dueAt: at, day, provisional, wants }];
}

function common({ number, type, title, round, departmentId, restricted, readerIds, common: said }: Row) {
  return { number, type, title, round, departmentId, restricted, readerIds, ...said };
}
