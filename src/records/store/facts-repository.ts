import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { FactFilter, FactRow, Wanted } from '../declaration/figures.ts';
import type { Registry } from '../registry.ts';
import { tagOf } from '../search/filing.ts';
import { clockSchema } from '../shape/clocks.ts';
import { parseRecord } from './parse-record.ts';
import { type RowQuery, visitRows } from './read-rows.ts';
import { recordModel } from './record-model.ts';

const rowSchema = z.object({
  number: z.string(),
  state: z.string(),
  open: z.boolean(),
  departmentId: z.string().nullable(),
  restricted: z.boolean().default(false),
  clocks: z.array(clockSchema).default([]),
});

/** From an instant (inclusive) to another (exclusive). */
export interface TimeRange {
  readonly from: Date;
  readonly to: Date;
}

/** Reads the data that figures are computed from: by indexes, and without blocking the event loop, for any number of records. */
export interface Facts {
  /** The records of a type that count in a span (`RecordType.countedAt`), optionally filtered. */
  between<Data>(
    type: string,
    span: TimeRange,
    wanted: Wanted<Data>,
    some?: FactFilter,
  ): Promise<readonly FactRow<Data>[]>;
  /**
   * The same, plus those whose answer's first deadline falls in the span (`RecordType.answeredIn`), by that deadline. Most are both, and each is read
   * once.
   */
  betweenOrDue<Data>(type: string, span: TimeRange, wanted: Wanted<Data>): Promise<CountedAndDue<Data>>;
}

const runSchema = clockSchema.pick({ step: true, first: true, until: true, metAt: true, pausedAt: true });
const servedSchema = rowSchema.pick({ state: true, open: true }).extend({ clocks: z.array(runSchema).default([]) });

/** A record as deadline figures see it: only the parts of its clocks that show how they were kept. */
export interface RunRow<Data> extends z.output<typeof servedSchema> {
  readonly data: Data;
}

/** Records that count in a span, and records due in it. */
export interface CountedAndDue<Data> {
  readonly counted: readonly RunRow<Data>[];
  readonly due: readonly RunRow<Data>[];
}

const filed = z.object({ promisedAt: z.date().nullable().default(null) });
const withData = z.looseObject({ data: z.unknown() });

type Field = 'countedAt' | 'promisedAt';
type Condition = Readonly<Record<string, unknown>>;

/** How rows are projected and parsed. */
interface Shape<Row> {
  readonly schema: z.ZodType<Row>;
  readonly shown: Readonly<Record<string, 1>>;
}
const whole: Shape<z.output<typeof rowSchema>> = {
  schema: rowSchema,
  shown: { number: 1, state: 1, open: 1, departmentId: 1, restricted: 1, clocks: 1 },
};
const served: Shape<z.output<typeof servedSchema>> = {
  schema: servedSchema,
  shown: {
    state: 1,
    open: 1,
    'clocks.step': 1,
    'clocks.first': 1,
    'clocks.until': 1,
    'clocks.metAt': 1,
    'clocks.pausedAt': 1,
  },
};

/** Facts over a connection. */
export function createFacts(connection: Connection, registry: Registry): Facts {
  const model = recordModel(connection);

  async function read<Data, Row>(
    query: { readonly type: string; readonly by: Field; readonly condition: Condition },
    { schema, shown }: Shape<Row>,
    wanted: Wanted<Data>,
  ): Promise<{ readonly row: Row & { readonly data: Data }; readonly promisedAt: Date | null }[]> {
    const { type, by, condition } = query;
    const { schemaVersion } = registry.get(type);
    const parts = Object.keys(wanted.shape).map((part) => [`data.${part}`, 1] as const);
    const filter = { type, ...condition };
    const projection = { _id: 0, ...shown, promisedAt: 1, ...Object.fromEntries(parts) } as const;
    const present: RowQuery = { filter: { ...filter, schemaVersion }, projection, sort: { [by]: 1 } };
    const found: { row: Row & { readonly data: Data }; promisedAt: Date | null }[] = [];
    const take = (document: unknown, data: unknown) => {
      const row = Object.assign({}, schema.parse(document), { data: wanted.parse(data) });
      found.push({ row, promisedAt: filed.parse(document).promisedAt });
    };
    await visitRows(model, present, withData, (document) => take(document, document.data));
    // Data written by an earlier version must be upgraded, which needs all of it.
    for await (const document of model
      .find({ ...filter, schemaVersion: { $lt: schemaVersion } })
      .lean()
      .cursor()) {
      const { promisedAt } = document;
      const record = parseRecord(document, registry);
      take({ ...record, promisedAt }, record.data);
    }
    return found;
  }

  return {
    async between(type, { from, to }, wanted, { tags = {}, standing } = {}) {
      const filed = Object.entries(tags).map(([facet, value]) => tagOf(facet, value));
      const condition = {
        countedAt: { $gte: from, $lt: to },
        ...(filed.length > 0 && { tags: { $all: filed } }),
        ...(standing && { open: standing === 'open' }),
      };
      const found = await read({ type, by: 'countedAt', condition }, whole, wanted);
      return found.map(({ row }) => row);
    },
    async betweenOrDue(type, { from, to }, wanted) {
      const promisedAt = { $gte: from, $lt: to };
      const promised = (countedAt: Condition) =>
        ({ type, by: 'promisedAt', condition: { promisedAt, countedAt } }) as const;
      const condition = { countedAt: { $gte: from, $lt: to } };
      const counted = await read({ type, by: 'countedAt', condition }, served, wanted);
      const earlier = await read(promised({ $lt: from }), served, wanted);
      const later = await read(promised({ $gte: to }), served, wanted);
      const due = [...counted, ...earlier, ...later].filter(({ promisedAt: at }) => at && from <= at && at < to);
      due.sort((left, right) => Number(left.promisedAt) - Number(right.promisedAt));
      return { counted: counted.map(({ row }) => row), due: due.map(({ row }) => row) };
    },
  };
}
