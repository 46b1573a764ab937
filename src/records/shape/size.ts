import type { RecordOf } from './record.ts';

/** Beyond these a record takes only the moves that bring it to its end; a MongoDB document ends at 16 MB. */
const MOST_ENTRIES = 500;
const MOST_BYTES = 2_000_000;

/** Whether a record has grown so large that only closing moves are taken. */
export function isFull(record: RecordOf<unknown>): boolean {
  if (record.history.length >= MOST_ENTRIES) return true;
  // The history holds every text ever written, so that its size bounds the record's.
  return record.history.length > 50 && JSON.stringify(record.history).length >= MOST_BYTES;
}
