import type { Place } from '../../src/chat/place.ts';
import { mayRead } from '../../src/records/shape/access.ts';
import type { RecordOf } from '../../src/records/shape/record.ts';
import type { Context } from '../context.ts';

/** The record whose card stands at a place, if the asker may read it; null when none does. */
export async function recordAt(card: Place, { records, org, now, person }: Context): Promise<RecordOf<unknown> | null> {
  const record = await records.load({ card });
  return record && mayRead(record, person.id, org, now) ? record : null;
}
