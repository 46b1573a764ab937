import type { Connection } from 'mongoose';
import { z } from 'zod';
import { clockSchema } from './clocks.ts';
import { parseRecord } from './parse-record.ts';
import { readRows } from './read-rows.ts';
import { recordModel } from './record-model.ts';
import type { Registry } from './registry.ts';

const rowSchema = z.object({
  number: z.string(),
  schemaVersion: z.number(),
  state: z.string(),
  open: z.boolean(),
  departmentId: z.string().nullable(),
  restricted: z.boolean().default(false),
  countedAt: z.date(),
  clocks: z.array(clockSchema).default([]),
  data: z.unknown(),
});

/** A record as figures see it: without history, effects and whatever of its data they did not ask for. */
export interface FactRow<Data> extends Omit<z.output<typeof rowSchema>, 'data' | 'schemaVersion'> {
  readonly data: Data;
}

/** The parts of a type's data that are wanted: `incidentData.pick({ projectId: true, reportedAt: true })`. */
export type Wanted<Data> = z.ZodObject & z.ZodType<Data>;

/** Reads what figures are reckoned from. */
export interface Facts {
  /**
   * The records of a type that count in a span (`from` in it, `to` not; see `RecordType.countedAt`), by time. By an index, and without
   * holding the event loop up, whatever their number.
   */
  between<Data>(
    type: string,
    span: { readonly from: Date; readonly to: Date },
    wanted: Wanted<Data>,
  ): Promise<readonly FactRow<Data>[]>;
}

const shown = {
  _id: 0,
  number: 1,
  schemaVersion: 1,
  state: 1,
  open: 1,
  departmentId: 1,
  restricted: 1,
  countedAt: 1,
  clocks: 1,
} as const;

/** Facts over a connection. */
export function createFacts(connection: Connection, registry: Registry): Facts {
  const model = recordModel(connection);

  /** Data of an earlier version of its type is brought up to the present one, for which all of it is needed. */
  async function upgraded(number: string): Promise<unknown> {
    const document = await model.findOne({ number }).lean();
    return document && parseRecord(document, registry).data;
  }

  return {
    async between(type, { from, to }, wanted) {
      const parts = Object.keys(wanted.shape).map((part) => [`data.${part}`, 1] as const);
      const filter = { type, countedAt: { $gte: from, $lt: to } };
      const projection = { ...shown, ...Object.fromEntries(parts) };
      const { schemaVersion: present } = registry.get(type);
      const rows = await readRows(model, { filter, projection, sort: { countedAt: 1 } }, rowSchema);
      const read = rows.map(async ({ schemaVersion, data, ...row }) => {
        const known = schemaVersion === present ? data : await upgraded(row.number);
        return { ...row, data: wanted.parse(known) };
      });
      return Promise.all(read);
    },
  };
}
