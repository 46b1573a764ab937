import type { HistoryEntry } from '../../records/shape/history.ts';

const over: readonly (string | null)[] = ['resolved', 'closed'];

/** Whether the incident has ended (resolved or closed). */
export const isOver = (state: string): boolean => over.includes(state);

/** How many times it has ended so far: after a reopening the customer is asked again. */
export const timesOver = (history: readonly HistoryEntry[]): number =>
  history.filter(({ from, to }) => over.includes(to) && !over.includes(from)).length;
