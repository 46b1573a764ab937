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
  /** Those whose answer's first deadline lies in a span (`RecordType.answeredIn`). */
  dueBetween<Data>(type: string, span: Span, wanted: Wanted<Data>): Promise<readonly FactRow<Data>[]>;
}

const shown = { _id: 0, number: 1, state: 1, open: 1, departmentId: 1, restricted: 1, clocks: 1 } as const;

/** Facts over a connection. */
export function createFacts(connection: Connection, registry: Registry): Facts {
  const model = recordModel(connection);

  async function rows<Data>(
    field: 'countedAt' | 'promisedAt',
    type: string,
    { from, to }: Span,
    wanted: Wanted<Data>,
  ): Promise<FactRow<Data>[]> {
    const { schemaVersion } = registry.get(type);
    const parts = Object.keys(wanted.shape).map((part) => [`data.${part}`, 1] as const);
    const filter = { type, [field]: { $gte: from, $lt: to } };
    const projection = { ...shown, ...Object.fromEntries(parts) };
    const present: RowQuery = { filter: { ...filter, schemaVersion }, projection, sort: { [field]: 1 } };
    const found: FactRow<Data>[] = await readRows(model, present, rowSchema.extend({ data: wanted }));
    // What an earlier version wrote is brought up to the present one, for which all of it is needed.
    for await (const document of model
      .find({ ...filter, schemaVersion: { $lt: schemaVersion } })
      .lean()
      .cursor()) {
      const record = parseRecord(document, registry);
      found.push({ ...rowSchema.parse(record), data: wanted.parse(record.data) });
    }
    return found;
  }

  return {
    between: (type, span, wanted) => rows('countedAt', type, span, wanted),
    dueBetween: (type, span, wanted) => rows('promisedAt', type, span, wanted),
  };
}
