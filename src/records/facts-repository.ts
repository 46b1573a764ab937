import type { Connection } from 'mongoose';
import { z } from 'zod';
import { clockSchema } from './clocks.ts';
import { parseRecord } from './parse-record.ts';
import { type RowQuery, visitRows } from './read-rows.ts';
import { recordModel } from './record-model.ts';
import type { Registry } from './registry.ts';

const rowSchema = z.object({
  number: z.string(),
  state: z.string(),
  open: z.boolean(),
  departmentId: z.string().nullable(),
  restricted: z.boolean().default(false),
  clocks: z.array(clockSchema).default([]),
});

/** A record as figures see it: without history, effects and whatever of its data they did not ask for. */
export interface FactRow<Data> extends z.output<typeof rowSchema> {
  readonly data: Data;
}

/** The parts of a type's data that are wanted: `incidentData.pick({ projectId: true, reportedAt: true })`. */
export type Wanted<Data> = z.ZodObject & z.ZodType<Data>;

/** From an instant, up to another and without it. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** Reads what figures are reckoned from: by indexes, and without holding the event loop up, whatever the number. */
export interface Facts {
  /** The records of a type that count in a span (`RecordType.countedAt`). */
  between<Data>(type: string, span: Span, wanted: Wanted<Data>): Promise<readonly FactRow<Data>[]>;
  /**
   * The same, and beside them those whose answer's first deadline lies in the span (`RecordType.answeredIn`), by that deadline. Most
   * are both, and each is read once.
   */
  betweenOrDue<Data>(type: string, span: Span, wanted: Wanted<Data>): Promise<CountedAndDue<Data>>;
}

/** What counts in a span, and what is due in it. */
export interface CountedAndDue<Data> {
  readonly counted: readonly FactRow<Data>[];
  readonly due: readonly FactRow<Data>[];
}

const shown = {
  _id: 0,
  number: 1,
  state: 1,
  open: 1,
  departmentId: 1,
  restricted: 1,
  clocks: 1,
  countedAt: 1,
  promisedAt: 1,
} as const;

const filed = z.object({ countedAt: z.date().nullable(), promisedAt: z.date().nullable() });

type Filed = z.output<typeof filed>;
type Field = keyof Filed;
type Condition = Readonly<Record<string, unknown>>;

/** Facts over a connection. */
export function createFacts(connection: Connection, registry: Registry): Facts {
  const model = recordModel(connection);

  async function read<Data>(
    by: Field,
    type: string,
    condition: Condition,
    wanted: Wanted<Data>,
  ): Promise<{ readonly row: FactRow<Data>; readonly at: Filed }[]> {
    const { schemaVersion } = registry.get(type);
    const parts = Object.keys(wanted.shape).map((part) => [`data.${part}`, 1] as const);
    const filter = { type, ...condition };
    const projection = { ...shown, ...Object.fromEntries(parts) };
    const present: RowQuery = { filter: { ...filter, schemaVersion }, projection, sort: { [by]: 1 } };
    const found: { row: FactRow<Data>; at: Filed }[] = [];
    const take = ({ countedAt, promisedAt, ...row }: FactRow<Data> & Filed) =>
      found.push({ row: row as FactRow<Data>, at: { countedAt, promisedAt } });
    await visitRows(model, present, rowSchema.extend({ ...filed.shape, data: wanted }), take);
    // What an earlier version wrote is brought up to the present one, for which all of it is needed.
    for await (const document of model
      .find({ ...filter, schemaVersion: { $lt: schemaVersion } })
      .lean()
      .cursor()) {
      const record = parseRecord(document, registry);
      found.push({ row: { ...rowSchema.parse(record), data: wanted.parse(record.data) }, at: filed.parse(document) });
    }
    return found;
  }

  return {
    async between(type, { from, to }, wanted) {
      const found = await read('countedAt', type, { countedAt: { $gte: from, $lt: to } }, wanted);
      return found.map(({ row }) => row);
    },
    async betweenOrDue(type, { from, to }, wanted) {
      const counted = await read('countedAt', type, { countedAt: { $gte: from, $lt: to } }, wanted);
      const promisedAt = { $gte: from, $lt: to };
      const earlier = await read('promisedAt', type, { promisedAt, countedAt: { $lt: from } }, wanted);
      const later = await read('promisedAt', type, { promisedAt, countedAt: { $gte: to } }, wanted);
      const due = [...counted, ...earlier, ...later].filter(
        ({ at: { promisedAt: at } }) => at && from <= at && at < to,
      );
      due.sort(({ at: left }, { at: right }) => Number(left.promisedAt) - Number(right.promisedAt));
      return { counted: counted.map(({ row }) => row), due: due.map(({ row }) => row) };
    },
  };
}
