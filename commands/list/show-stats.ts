import { dayOf, startOfDay } from '../../src/calendar/day.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import type { Context } from '../context.ts';
import { readListFor } from './show-list.ts';

/** `/finding stats since D department X`: figures for the asker alone; without a day, those of this year. */
export async function showStats(type: RecordType<unknown>, said: string, context: Context): Promise<Reply | null> {
  const { org, now, person, locale, previews } = context;
  const { query, unread } = readListFor(type, said, context);
  if (unread.length > 0) return null;
  const { zone } = org.siteOfPerson(person.id);
  const since = startOfDay(query.since ?? `${dayOf(now, zone).slice(0, 4)}-01-01`, zone);
  const wish = { type: type.type, departments: query.facets.department ?? [], since, zone };
  return { kind: 'card', card: await previews.stats(wish, { org, now, locale }) };
}
