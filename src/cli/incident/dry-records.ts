import type { Records } from '../../records/records.ts';
import type { Created, Performed } from '../../records/requests.ts';

/** Records that are read and never written: what would be done is said to be done. */
export function dryRecords(records: Pick<Records, 'load'>): Pick<Records, 'load' | 'create' | 'perform'> {
  return {
    load: (key) => records.load(key),
    create: async () => ({ verdict: 'created', record: { number: '' }, again: false }) as Created,
    perform: async () => ({ verdict: { verdict: 'done' } }) as Performed,
  };
}
