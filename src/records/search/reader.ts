import type { Organisation } from '../../org/organisation.ts';
import { isOverseer } from '../shape/access.ts';

/** The reader of a list: restricted records are left out unless they may read them. */
export interface Reader {
  /** May read everything by office: QED and MR. */
  readonly all: boolean;
  /** The person, and those they stand in for today. */
  readonly ids: readonly string[];
}

/** The query condition for what a reader may read; `mayRead` is the same for a single record. */
export function readableBy({ all, ids }: Reader): Record<string, unknown> {
  return all ? {} : { $or: [{ restricted: { $ne: true } }, { readerIds: { $in: [...ids] } }] };
}

/** A person as a reader of lists. */
export function readerOf(personId: string, org: Organisation, now: Date): Reader {
  return { all: isOverseer(personId, org), ids: [personId, ...org.actingFor(personId, now)] };
}
