import type { Day } from '../../src/calendar/day.ts';
import type { ListStatus } from '../../src/records/search/list-filter.ts';

/** What somebody asks a list for, in no language. */
export interface ListQuery {
  readonly standing: ListStatus;
  /** What waits for the asker, or for whoever they stand in for. */
  readonly mine: boolean;
  /** Values by facet; one of each list. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** The ids of people of whom one owns it. */
  readonly owners: readonly string[];
  /** Opened on this day or later. */
  readonly since: Day | null;
  /** Opened on this day or earlier. */
  readonly until: Day | null;
  /** Words that it must hold. */
  readonly words: string;
}

/** The longest query that a button carries; see `interactionSchema`. */
const LONGEST = 280;
/** The most characters of the words looked for. */
export const MOST_WORDS = 100;

/**
 * A query in the few characters that a button carries. `readList` reads it again, so that a button says no more than what
 * its presser could have typed. Null for one that is too long.
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
