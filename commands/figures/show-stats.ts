import { dayOf, startOfDay } from '../../src/calendar/day.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { drawStats, figuresOfPeriods } from '../../src/figures/by-type.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import type { Context } from '../context.ts';
import { readListFor } from '../list/show-list.ts';
import { answerUnreadList } from '../suggest/unread-list.ts';
import { showService } from './show-figures.ts';

/** Whether a type's figures are requested for a period (`last month`), and not from a day on. */
export const isByPeriod = ({ type }: RecordType<unknown>): boolean => figuresOfPeriods.has(type);

/** `/finding stats since D department X`: figures for the user only; by default those of this year. For incidents, those of a period. */
export async function showStats(type: RecordType<unknown>, said: string, context: Context): Promise<Reply> {
  if (isByPeriod(type)) return showService(said, context);
  const { org, now, person, locale } = context;
  const reading = readListFor(type, said, context);
  const { query, unread } = reading;
  if (unread.length > 0) return answerUnreadList(type, said, reading, context);
  const { zone } = org.siteOfPerson(person.id);
  const since = startOfDay(query.since ?? `${dayOf(now, zone).slice(0, 4)}-01-01`, zone);
  const request = { departments: query.facets.department ?? [], since, zone };
  return { kind: 'card', card: await drawStats(type, request, context, locale) };
}
