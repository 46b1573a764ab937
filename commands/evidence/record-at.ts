import type { Place } from '../../src/chat/place.ts';
import { mayRead } from '../../src/records/shape/access.ts';
import type { RecordOf } from '../../src/records/shape/record.ts';
import type { Context } from '../context.ts';

/** The record whose card is at a place, if the user may read it; else null. */
export async function recordAt(card: Place, { records, org, now, person }: Context): Promise<RecordOf<unknown> | null> {
  const record = await records.load({ card });
  return record && mayRead(record, person.id, org, now) ? record : null;
}
