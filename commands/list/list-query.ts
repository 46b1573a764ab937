import type { Day } from '../../src/calendar/day.ts';
import type { ListStatus } from '../../src/records/search/list-filter.ts';

/** A list query, independent of language. */
export interface ListQuery {
  readonly standing: ListStatus;
  /** What waits for the user, or for a person they are a deputy for. */
  readonly mine: boolean;
  /** Values by facet; one of each list must match. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** The ids of people; one of them is an owner. */
  readonly owners: readonly string[];
  /** Opened on this day or later. */
  readonly since: Day | null;
  /** Opened on this day or earlier. */
  readonly until: Day | null;
  /** Words it must contain. */
  readonly words: string;
}

/** The longest query that a button carries; see `interactionSchema`. */
const LONGEST = 280;
/** The most characters of search words. */
export const MOST_WORDS = 100;

/**
 * A query in the few characters that a button can carry. `readList` parses it again, so that a button can say no more than what
 * its presser could have typed. Null if it is too long.
 */
export function writeQuery({ standing, mine, facets, owners, since, until, words }: ListQuery): string | null {
  const parts = [
    standing,
    ...(mine ? ['mine'] : []),
    ...Object.entries(facets).flatMap(([facet, values]) => values.map((value) => `${facet}=${value}`)),
    ...owners.map((owner) => `owner=${owner}`),
    ...(since ? [`since=${since}`] : []),
    ...(until ? [`until=${until}`] : []),
    ...(words === '' ? [] : [`"${words}"`]),
  ];
  const written = parts.join(' ');
  return written.length > LONGEST ? null : written;
}
