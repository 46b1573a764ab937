import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { Provisional } from '../decide/recompute.ts';
import type { Registry } from '../registry.ts';
import { PROVISIONAL } from '../search/filing.ts';
import { clockSchema } from '../shape/clocks.ts';
import { commonSchema } from '../shape/common.ts';
import { recordModel } from './record-model.ts';

const rowSchema = z.object({
  _id: z.string(),
  version: z.number().int(),
  departmentId: z.string().nullable(),
  clocks: z.array(clockSchema),
  common: commonSchema.pick({ opinions: true, extensions: true }).prefault({}),
});

const shown = { version: 1, departmentId: 1, clocks: 1, 'common.opinions': 1, 'common.extensions': 1 } as const;

/** A record with a provisional deadline. */
export interface ProvisionalRow extends Provisional {
  readonly id: string;
  readonly version: number;
}

/** Open records with a deadline that runs through a year whose calendar was not published; uses the index on type and tags. */
export function createProvisional(connection: Connection, registry: Registry): () => AsyncIterable<ProvisionalRow> {
  const model = recordModel(connection);
  const types = registry.all.map(({ type }) => type);
  return async function* rows() {
    for (const type of types) {
      for await (const document of model.find({ type, tags: PROVISIONAL }, shown).lean().cursor()) {
        const { _id: id, ...row } = rowSchema.parse(document);
        yield { id, ...row };
      }
    }
  };
}
