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

/** A record as shown on a person's desk. */
export type DeskRow = z.infer<typeof rowSchema>;

const shown = { _id: 0, number: 1, type: 1, title: 1, state: 1, dueAt: 1, dutyAt: 1 } as const;
const byUrgency = { wantedAt: 1, number: 1 } as const;
type Filter = Readonly<Record<string, unknown>>;

/** A page of items, most urgent first, and their total: counted no further than `countLimit`. */
export interface DeskPart {
  readonly rows: readonly DeskRow[];
  readonly total: number;
}

/** Whose late records: people's, departments', or everyone's. */
export type DeskScope =
  | { readonly of: 'people'; readonly ids: readonly string[] }
  | { readonly of: 'departments'; readonly ids: readonly string[] }
  | { readonly of: 'all' };

/** Queries for one person's desk over all open records. */
export interface DeskLists {
  /** Records that any of these people must act on, or have another duty on. */
  waitingFor(personIds: readonly string[], span: PageRange): Promise<DeskPart>;
  /** Records that any of these people may decide: see `Filing.deciderIds`. */
  toDecide(personIds: readonly string[], span: PageRange): Promise<DeskPart>;
  /** Late records at an instant. For departments, no restricted ones. */
  late(scope: DeskScope, types: readonly string[], now: Date, span: PageRange): Promise<DeskPart>;
  /** The latest records a person reported, open or closed. */
  reportedBy(personId: string, limit: number): Promise<readonly DeskRow[]>;
}

/** The lists over a connection: each is one walk along an index in display order, and a count by indexes. */
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

  /** State owners and duty owners are in two indexes: records late in both are counted by each. */
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

/** The urgency of a desk item: the earlier of the record's deadline and its first duty's; otherwise last. */
export function wantedAt({ dueAt, dutyAt }: DeskRow): number {
  return Math.min(dueAt?.getTime() ?? Number.POSITIVE_INFINITY, dutyAt?.getTime() ?? Number.POSITIVE_INFINITY);
}
