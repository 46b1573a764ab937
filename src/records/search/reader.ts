import type { Organisation } from '../../org/organisation.ts';
import { isOverseer } from '../shape/access.ts';

/** Who looks at a list: what is restricted is left out of it unless they may read it. */
export interface Reader {
  /** Reads everything by office: QED and MR. */
  readonly all: boolean;
  /** The person, and those for whom they stand in today. */
  readonly ids: readonly string[];
}

/** The condition of what somebody may read, for a query; `mayRead` says the same of one record. */
export function readableBy({ all, ids }: Reader): Record<string, unknown> {
  return all ? {} : { $or: [{ restricted: { $ne: true } }, { readerIds: { $in: [...ids] } }] };
}

/** Somebody as a reader of lists. */
export function readerOf(personId: string, org: Organisation, now: Date): Reader {
  return { all: isOverseer(personId, org), ids: [personId, ...org.actingFor(personId, now)] };
}
