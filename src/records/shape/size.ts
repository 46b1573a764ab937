import type { RecordOf } from './record.ts';

/** Beyond these limits a record accepts only closing moves; a MongoDB document is limited to 16 MB. */
const MOST_ENTRIES = 500;
const MOST_BYTES = 2_000_000;

/** Whether a record has grown so large that it accepts only closing moves. */
export function isFull(record: RecordOf<unknown>): boolean {
  if (record.history.length >= MOST_ENTRIES) return true;
  // The history contains every text ever written, so its size bounds the record's.
  return record.history.length > 50 && JSON.stringify(record.history).length >= MOST_BYTES;
}
