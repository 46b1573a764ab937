import type { Connection } from 'mongoose';
import { z } from 'zod';
import { countLimit, type PageRange } from '../shape/totals.ts';
import { recordModel } from './record-model.ts';

const rowSchema = z.object({
  number: z.string(),
  type: z.string(),
  title: z.string(),
  state: z.string(),
  dueAt: z.date().nullable(),
  dutyAt: z.date().nullable().default(null),
});

/** A record as one person's desk shows it. */
export type DeskRow = z.infer<typeof rowSchema>;

const shown = { _id: 0, number: 1, type: 1, title: 1, state: 1, dueAt: 1, dutyAt: 1 } as const;
const byUrgency = { wantedAt: 1, number: 1 } as const;
type Filter = Readonly<Record<string, unknown>>;

/** Some of what there is, the most urgent first, and how much there is: counted no further than `countLimit`. */
export interface DeskPart {
  readonly rows: readonly DeskRow[];
  readonly total: number;
}

/** Whose late records are asked for: those that people must act on, those of departments, or everybody's. */
export type DeskScope =
  | { readonly of: 'people'; readonly ids: readonly string[] }
  | { readonly of: 'departments'; readonly ids: readonly string[] }
  | { readonly of: 'all' };

/** What concerns one person, asked of all open records. */
export interface DeskLists {
  /** What any of these people must act on, or owes something beside. */
  waitingFor(personIds: readonly string[], span: PageRange): Promise<DeskPart>;
  /** What any of these people may decide: see `Filing.deciderIds`. */
  toDecide(personIds: readonly string[], span: PageRange): Promise<DeskPart>;
  /** What is late at an instant. Of a department, nothing restricted. */
  late(scope: DeskScope, types: readonly string[], now: Date, span: PageRange): Promise<DeskPart>;
  /** What somebody reported last, open or not. */
  reportedBy(personId: string, limit: number): Promise<readonly DeskRow[]>;
}

/** The lists over a connection: each is one walk along an index in the order in which it is shown, and a count by indexes. */
export function createDeskLists(connection: Connection): DeskLists {
  const model = recordModel(connection);
  const count = (filter: Filter, span: PageRange) => model.countDocuments(filter, { limit: countLimit(span) });

  async function find(
    filter: Filter,
    sort: Readonly<Record<string, 1>>,
    { skip, limit }: PageRange,
  ): Promise<DeskRow[]> {
    return z.array(rowSchema).parse(await model.find(filter, shown).sort(sort).skip(skip).limit(limit).lean());
  }

  async function urgent(filter: Filter, span: PageRange): Promise<DeskPart> {
    const [rows, total] = await Promise.all([find(filter, byUrgency, span), count(filter, span)]);
    return { rows, total };
  }

  /** Whoever owns a state and whoever owes something beside stand in two indexes: what is late by both is counted by each. */
  async function lateOf(personIds: readonly string[], now: Date, span: PageRange): Promise<DeskPart> {
    const ids = { $in: [...personIds] };
    const past = { $lt: now };
    const owned = { ownerIds: ids, dueAt: past };
    const owed = { dutyOwnerIds: ids, dutyAt: past };
    const [rows, ofStates, ofDuties, ofBoth] = await Promise.all([
      find({ actorIds: ids, wantedAt: past, $or: [owned, owed] }, byUrgency, span),
      count({ open: true, ...owned }, span),
      count({ open: true, ...owed }, span),
      count({ open: true, ...owned, ...owed }, span),
    ]);
    const most = countLimit(span);
    const total = Math.max(ofStates, ofDuties) === most ? most : Math.min(most, ofStates + ofDuties - ofBoth);
    return { rows, total };
  }

  return {
    waitingFor: (personIds, span) => urgent({ actorIds: { $in: [...personIds] } }, span),
    toDecide: (personIds, span) => urgent({ deciderIds: { $in: [...personIds] } }, span),
    async late(scope, types, now, span) {
      if (scope.of === 'people') return lateOf(scope.ids, now, span);
      const departments = scope.of === 'all' ? {} : { departmentId: { $in: [...scope.ids] }, restricted: false };
      const filter = { open: true, type: { $in: [...types] }, dueAt: { $lt: now }, ...departments };
      const [rows, total] = await Promise.all([find(filter, { dueAt: 1 }, span), count(filter, span)]);
      return { rows, total };
    },
    async reportedBy(personId, limit) {
      const found = await model.find({ createdBy: personId }, shown).sort({ createdAt: -1 }).limit(limit).lean();
      return z.array(rowSchema).parse(found);
    },
  };
}

/** When something on the desk is wanted: the earlier of the record's deadline and that of what is owed beside; else last. */
export function wantedAt({ dueAt, dutyAt }: DeskRow): number {
  return Math.min(dueAt?.getTime() ?? Number.POSITIVE_INFINITY, dutyAt?.getTime() ?? Number.POSITIVE_INFINITY);
}
