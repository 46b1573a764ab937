import { UserError } from '../../src/errors.ts';
import { mayRead } from '../../src/records/shape/access.ts';
import type { RecordOf } from '../../src/records/shape/record.ts';
import type { Context } from '../context.ts';

/** A record that the user may see. Rejects with `refusal.noSuchRecord` if it does not exist, or is not for them. */
export async function readable(number: string, { records, org, now, person }: Context): Promise<RecordOf<unknown>> {
  const record = await records.load({ number: number.toUpperCase() });
  if (!record || !mayRead(record, person.id, org, now)) {
    throw new UserError('refusal.noSuchRecord', { number: number.slice(0, 60) });
  }
  return record;
}
