import type { Connection } from 'mongoose';
import { z } from 'zod';
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

/** Some of what there is, the most urgent first, and how much there is. */
export interface DeskPart {
  readonly rows: readonly DeskRow[];
  readonly total: number;
}

/** Which of them: `limit` after the first `skip`. */
export interface Span {
  readonly skip: number;
  readonly limit: number;
}

/** The states of a type. */
export interface StatesOf {
  readonly type: string;
  readonly states: readonly string[];
}

/** Whose late records are asked for: those that people must act on, those of departments, or everybody's. */
export type Scope =
  | { readonly of: 'people'; readonly ids: readonly string[] }
  | { readonly of: 'departments'; readonly ids: readonly string[] }
  | { readonly of: 'all' };

/** What concerns one person, asked of all open records. */
export interface DeskLists {
  /** What any of these people must act on, or owes something beside. */
  waitingFor(personIds: readonly string[], span: Span): Promise<DeskPart>;
  /** What any of these people must act on in one of these states, or owes one of these duties beside. */
  toDecide(
    personIds: readonly string[],
    where: { readonly states: readonly StatesOf[]; readonly duties: readonly string[] },
    span: Span,
  ): Promise<DeskPart>;
  /** What is late at an instant. Of a department, nothing restricted. */
  late(scope: Scope, types: readonly string[], now: Date, span: Span): Promise<DeskPart>;
  /** What somebody reported last, open or not. */
  reportedBy(personId: string, limit: number): Promise<readonly DeskRow[]>;
}

/** More than this nobody counts. */
const MOST = 500;

/** The lists over a connection. */
export function createDeskLists(connection: Connection): DeskLists {
  const model = recordModel(connection);

  async function find(filter: Record<string, unknown>, by: 'dueAt' | 'dutyAt'): Promise<DeskRow[]> {
    const found = await model
      .find(filter, shown)
      .sort({ [by]: 1 })
      .limit(MOST)
      .lean();
    return z.array(rowSchema).parse(found);
  }

  /** Owners and those who owe something beside stand in two indexes. */
  async function ofPeople(owned: Record<string, unknown>[], owed: Record<string, unknown>[]): Promise<DeskRow[]> {
    const found = await Promise.all([
      ...owned.map((filter) => find(filter, 'dueAt')),
      ...owed.map((filter) => find(filter, 'dutyAt')),
    ]);
    return [...new Map(found.flat().map((row) => [row.number, row])).values()];
  }

  const part = (rows: readonly DeskRow[], { skip, limit }: Span): DeskPart => ({
    rows: rows.toSorted(byUrgency).slice(skip, skip + limit),
    total: rows.length,
  });

  return {
    async waitingFor(personIds, span) {
      const ids = { $in: [...personIds] };
      return part(await ofPeople([{ ownerIds: ids, open: true }], [{ dutyOwnerIds: ids, open: true }]), span);
    },
    async toDecide(personIds, { states, duties }, span) {
      const ids = { $in: [...personIds] };
      const owned = states.map((one) => ({
        ownerIds: ids,
        open: true,
        type: one.type,
        state: { $in: [...one.states] },
      }));
      const owed = [
        { dutyOwnerIds: ids, open: true, duties: { $elemMatch: { step: { $in: [...duties] }, ownerIds: ids } } },
      ];
      return part(await ofPeople(owned, owed), span);
    },
    async late(scope, types, now, span) {
      const past = { $lt: now };
      if (scope.of === 'people') {
        const ids = { $in: [...scope.ids] };
        const owned = [{ ownerIds: ids, open: true, dueAt: past }];
        return part(await ofPeople(owned, [{ dutyOwnerIds: ids, open: true, dutyAt: past }]), span);
      }
      const departments =
        scope.of === 'all' ? {} : { departmentId: { $in: [...scope.ids] }, restricted: { $ne: true } };
      const filter = { open: true, type: { $in: [...types] }, dueAt: past, ...departments };
      const [found, total] = await Promise.all([
        model.find(filter, shown).sort({ dueAt: 1 }).skip(span.skip).limit(span.limit).lean(),
        model.countDocuments(filter),
      ]);
      return { rows: z.array(rowSchema).parse(found), total };
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

function byUrgency(left: DeskRow, right: DeskRow): number {
  const [first, second] = [wantedAt(left), wantedAt(right)];
  if (first !== second) return first < second ? -1 : 1;
  return left.number < right.number ? -1 : 1;
}
