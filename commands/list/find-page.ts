import { shiftDay, startOfDay } from '../../src/calendar/day.ts';
import { tagOf } from '../../src/records/search/filing.ts';
import type { ListFilter } from '../../src/records/search/list-filter.ts';
import { readerOf } from '../../src/records/search/reader.ts';
import type { ListPage } from '../../src/records/search/record-summary.ts';
import type { Context } from '../context.ts';
import type { ListQuery } from './list-query.ts';

type Asking = Pick<Context, 'person' | 'org' | 'now'>;

/** A type's records that match a query, for the user: days are in the time zone of their site. */
export function filterOf(type: string, query: ListQuery, { person, org, now }: Asking): ListFilter {
  const { zone } = org.siteOfPerson(person.id);
  const { standing, mine, facets, owners, since, until } = query;
  const people = [person.id, ...org.actingFor(person.id, now)];
  const owned = mine ? people : owners;
  // Nobody has to act on closed records: there, mine also means reported by me.
  const reported = mine && (standing === 'closed' || standing === 'all') ? [tagOf('reporter', person.id)] : [];
  return {
    type,
    standing,
    tags: [
      ...Object.entries(facets).map(([facet, values]) => values.map((value) => tagOf(facet, value))),
      ...(owned.length > 0 ? [[...owned.map((id) => tagOf('owner', id)), ...reported]] : []),
    ],
    ...((since ?? until) && {
      opened: {
        ...(since && { from: startOfDay(since, zone) }),
        ...(until && { before: startOfDay(shiftDay(until, 1), zone) }),
      },
    }),
    reader: readerOf(person.id, org, now),
    now,
  };
}

/** Part of a query's results. */
export function findPage(
  type: string,
  query: ListQuery,
  { skip, limit }: { readonly skip: number; readonly limit: number },
  context: Asking & Pick<Context, 'lists' | 'search'>,
  countTo = 0,
): Promise<ListPage> {
  const filter = filterOf(type, query, context);
  return query.words === ''
    ? context.lists.page(filter, skip, limit, countTo)
    : context.search.search(filter, query.words, skip, limit);
}
