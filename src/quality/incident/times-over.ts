import type { HistoryEntry } from '../../records/shape/history.ts';

const over: readonly (string | null)[] = ['resolved', 'closed'];

/** Whether an incident has come to its end. */
export const isOver = (state: string): boolean => over.includes(state);

/** How often it has come to an end by now: after a reopening the customer is asked again. */
export const timesOver = (history: readonly HistoryEntry[]): number =>
  history.filter(({ from, to }) => over.includes(to) && !over.includes(from)).length;
