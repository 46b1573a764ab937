import type { Connection } from 'mongoose';
import { z } from 'zod';
import { clockSchema } from './clocks.ts';
import { parseRecord } from './parse-record.ts';
import { type RowQuery, readRows } from './read-rows.ts';
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

const runSchema = clockSchema.pick({ step: true, first: true, until: true, metAt: true, pausedAt: true });
const servedSchema = rowSchema.pick({ state: true, open: true }).extend({ clocks: z.array(runSchema).default([]) });
const promisedSchema = servedSchema.extend({ promisedAt: z.date().nullable().default(null) });

/** A record as figures of deadlines see it: of its clocks what tells how they were kept. */
export interface RunRow<Data> extends z.output<typeof servedSchema> {
  readonly data: Data;
}

type PromisedRow<Data> = RunRow<Data> & z.output<typeof promisedSchema>;

/** What counts in a span, and what is due in it. */
export interface CountedAndDue<Data> {
  readonly counted: readonly RunRow<Data>[];
  readonly due: readonly RunRow<Data>[];
}

type Field = 'countedAt' | 'promisedAt';
type Condition = Readonly<Record<string, unknown>>;

const shown = { number: 1, state: 1, open: 1, departmentId: 1, restricted: 1, clocks: 1 } as const;
const shownOfRuns = {
  state: 1,
  open: 1,
  'clocks.step': 1,
  'clocks.first': 1,
  'clocks.until': 1,
  'clocks.metAt': 1,
  'clocks.pausedAt': 1,
  promisedAt: 1,
} as const;

/** Facts over a connection. */
export function createFacts(connection: Connection, registry: Registry): Facts {
  const model = recordModel(connection);

  /** The rows that meet a condition, as `schema` parses them; it has the parts that are wanted under `data`. */
  async function read<Row>(
    { type, by, condition }: { readonly type: string; readonly by: Field; readonly condition: Condition },
    wanted: z.ZodObject,
    projection: RowQuery['projection'],
    schema: z.ZodType<Row>,
  ): Promise<Row[]> {
    const { schemaVersion } = registry.get(type);
    const parts = Object.keys(wanted.shape).map((part) => [`data.${part}`, 1] as const);
    const filter = { type, ...condition };
    const found = await readRows(
      model,
      {
        filter: { ...filter, schemaVersion },
        projection: { _id: 0, ...projection, ...Object.fromEntries(parts) },
        sort: { [by]: 1 },
      },
      schema,
    );
    // What an earlier version wrote is brought up to the present one, for which all of it is needed.
    for await (const document of model
      .find({ ...filter, schemaVersion: { $lt: schemaVersion } })
      .lean()
      .cursor()) {
      found.push(schema.parse({ ...parseRecord(document, registry), promisedAt: document.promisedAt }));
    }
    return found;
  }

  return {
    between<Data>(type: string, { from, to }: Span, wanted: Wanted<Data>): Promise<FactRow<Data>[]> {
      const condition = { countedAt: { $gte: from, $lt: to } };
      return read({ type, by: 'countedAt', condition }, wanted, shown, rowSchema.extend({ data: wanted }));
    },
    async betweenOrDue<Data>(type: string, { from, to }: Span, wanted: Wanted<Data>): Promise<CountedAndDue<Data>> {
      const schema = promisedSchema.extend({ data: wanted });
      const find = (by: Field, condition: Condition): Promise<PromisedRow<Data>[]> =>
        read({ type, by, condition }, wanted, shownOfRuns, schema);
      const promisedAt = { $gte: from, $lt: to };
      const counted = await find('countedAt', { countedAt: { $gte: from, $lt: to } });
      const earlier = await find('promisedAt', { promisedAt, countedAt: { $lt: from } });
      const later = await find('promisedAt', { promisedAt, countedAt: { $gte: to } });
      const due = [...counted, ...earlier, ...later].filter(({ promisedAt: at }) => at && from <= at && at < to);
      due.sort((left, right) => Number(left.promisedAt) - Number(right.promisedAt));
      return { counted, due };
    },
  };
}
