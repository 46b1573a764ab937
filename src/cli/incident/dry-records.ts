import type { Created, Performed, Records } from '../../records/records.ts';

/** Records that are read and never written: what would be done is said to be done. */
export function dryRecords(records: Pick<Records, 'load'>): Pick<Records, 'load' | 'create' | 'perform'> {
  return {
    load: (key) => records.load(key),
    create: async () => ({ verdict: 'created', record: { number: '' }, again: false }) as Created,
    perform: async () => ({ verdict: { verdict: 'done' } }) as Performed,
  };
}
