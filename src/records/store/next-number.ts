import { dayOf } from '../../calendar/day.ts';
import type { RecordContext } from '../declaration/record-context.ts';
import type { Registry } from '../registry.ts';
import type { Counters } from './counter-repository.ts';

/** The number for a new record of a type: the next of its series in the year, by the clock of the first site. */
export async function nextNumber(
  type: string,
  { registry, counters }: { readonly registry: Registry; readonly counters: Counters },
  { org, now }: RecordContext,
): Promise<string> {
  const prefix = registry.get(type).number.prefix(org);
  const year = dayOf(now, org.siteOfDepartment('').zone).slice(0, 4);
  const count = await counters.next(`${prefix}-${year}`);
  return `${prefix}-${year}-${String(count).padStart(4, '0')}`;
}
