const FIRST_MS = 1_000;
const MOST_MS = 5 * 60_000;

/** The delay after the n-th failure (from 1) if the other side names none: 1 s, 2 s, 4 s ... up to 5 minutes. */
export function backoffMs(failures: number): number {
  return Math.min(FIRST_MS * 2 ** Math.max(0, failures - 1), MOST_MS);
}
