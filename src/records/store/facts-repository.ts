import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { FactFilter, FactRow, Wanted } from '../declaration/figures.ts';
import type { Registry } from '../registry.ts';
import { tagOf } from '../search/filing.ts';
import { clockSchema } from '../shape/clocks.ts';
import { parseRecord } from './parse-record.ts';
import { partsOf, visitDocuments } from './read-rows.ts';
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

type Condition = Readonly<Record<string, unknown>>;

/** A query for records of a type, and their order. */
interface Query {
  readonly type: string;
  readonly by: 'countedAt' | 'promisedAt';
  readonly condition: Condition;
}

/** How rows are projected and parsed. */
interface Shape<Row> {
  readonly schema: z.ZodType<Row>;
  readonly shown: Readonly<Record<string, 0 | 1>>;
}

const wholeWith = <Data>(wanted: Wanted<Data>): Shape<FactRow<Data>> => ({
  schema: rowSchema.extend({ data: wanted }),
  shown: { number: 1, state: 1, open: 1, departmentId: 1, restricted: 1, clocks: 1, ...partsOf(wanted) },
});

const promisedAt = z.date().nullable().default(null);
const servedWith = <Data>(wanted: Wanted<Data>): Shape<RunRow<Data> & { readonly promisedAt: Date | null }> => ({
  schema: servedSchema.extend({ promisedAt, data: wanted }),
  shown: {
    state: 1,
    open: 1,
    'clocks.step': 1,
    'clocks.first': 1,
    'clocks.until': 1,
    'clocks.metAt': 1,
    'clocks.pausedAt': 1,
    promisedAt: 1,
    ...partsOf(wanted),
  },
});

/** Facts over a connection. */
export function createFacts(connection: Connection, registry: Registry): Facts {
  const model = recordModel(connection);

  async function read<Row>({ type, by, condition }: Query, { schema, shown }: Shape<Row>): Promise<Row[]> {
    const { schemaVersion } = registry.get(type);
    const filter = { type, ...condition };
    const projection = { _id: 0, schemaVersion: 1, ...shown } as const;
    const found: Row[] = [];
    let hasEarlier = false;
    await visitDocuments(model, { filter, projection, sort: { [by]: 1 } }, (document) => {
      if (document.schemaVersion === schemaVersion) found.push(schema.parse(document));
      else hasEarlier = true;
    });
    if (!hasEarlier) return found;
    // Data written by an earlier version must be upgraded, which needs all of it.
    for await (const document of model
      .find({ ...filter, schemaVersion: { $lt: schemaVersion } })
      .lean()
      .cursor()) {
      found.push(schema.parse({ ...parseRecord(document, registry), promisedAt: document.promisedAt }));
    }
    return found;
  }

  return {
    between(type, { from, to }, wanted, { tags = {}, standing } = {}) {
      const filed = Object.entries(tags).map(([facet, value]) => tagOf(facet, value));
      const condition = {
        countedAt: { $gte: from, $lt: to },
        ...(filed.length > 0 && { tags: { $all: filed } }),
        ...(standing && { open: standing === 'open' }),
      };
      return read({ type, by: 'countedAt', condition }, wholeWith(wanted));
    },
    async betweenOrDue(type, { from, to }, wanted) {
      const shape = servedWith(wanted);
      const promised = (countedAt: Condition) =>
        ({ type, by: 'promisedAt', condition: { promisedAt: { $gte: from, $lt: to }, countedAt } }) as const;
      const condition = { countedAt: { $gte: from, $lt: to } };
      const counted = await read({ type, by: 'countedAt', condition }, shape);
      const earlier = await read(promised({ $lt: from }), shape);
      const later = await read(promised({ $gte: to }), shape);
      const due = [...counted, ...earlier, ...later].filter(({ promisedAt: at }) => at && from <= at && at < to);
      due.sort((left, right) => (left.promisedAt?.getTime() ?? 0) - (right.promisedAt?.getTime() ?? 0));
      return { counted, due };
    },
  };
}
