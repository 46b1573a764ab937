import { z } from 'zod';
import { dayOf } from '../../src/calendar/day.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { words as text } from '../../src/chat/text.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import type { Context } from '../context.ts';
import { refuse } from '../replies.ts';
import { drawList, PAGE_SIZE } from './draw-list.ts';
import { findPage } from './find-page.ts';
import { type ListQuery, writeQuery } from './list-query.ts';
import { listWords } from './list-words.ts';
import { asWords, type ListReading, readList } from './read-list.ts';

/** What drawing a list needs. */
export type Listing = Pick<Context, 'person' | 'locale' | 'org' | 'now' | 'lists' | 'search'>;

/**
 * Parses the user's list query, relative to today at their site. In a `search` nothing counts as not understood:
 * it becomes search words.
 */
export function readListFor(
  type: RecordType<unknown>,
  said: string,
  { org, now, person }: Pick<Context, 'org' | 'now' | 'person'>,
  { search = false }: { readonly search?: boolean } = {},
): ListReading {
  const words = listWords(type, org);
  const today = dayOf(now, org.siteOfPerson(person.id).zone);
  const reading = readList(said, words, today);
  return search && reading.unread.length > 0 ? readList(asWords(reading), words, today) : reading;
}

/** The first page of a list. */
export async function showList(type: RecordType<unknown>, query: ListQuery, context: Listing): Promise<Reply> {
  if (writeQuery(query) === null) return refuse(context, { key: 'list.tooMuch' });
  return { kind: 'card', card: await drawPage(type, query, 0, context) };
}

/** The value of *Next* and *Previous*. */
export const turnValue = z.object({ q: z.string().max(300), page: z.number().int().min(0).max(1_000_000) });

/**
 * Pressing *Next* or *Previous*: the page replaces the pressed one. A button's value is parsed like typed text;
 * one with anything else was not drawn by us.
 */
export async function turnPage(
  type: RecordType<unknown>,
  { q, page }: z.output<typeof turnValue>,
  context: Listing,
): Promise<Reply> {
  const reading = readListFor(type, q, context);
  if (reading.unread.length > 0) return refuse(context, { key: 'list.stale' });
  const next = await drawPage(type, reading.query, page, context);
  return { kind: 'toast', tone: 'info', text: text(next.summary), next };
}

/** A page as a card; the last one if there are fewer pages now. */
async function drawPage(type: RecordType<unknown>, query: ListQuery, page: number, context: Listing): Promise<Card> {
  const found = await findPage(
    type.type,
    query,
    { skip: page * PAGE_SIZE, limit: PAGE_SIZE },
    context,
    context.org.settings.exportRows,
  );
  const last = Math.max(0, Math.ceil(found.total / PAGE_SIZE) - 1);
  if (page > last) return drawPage(type, query, last, context);
  return drawList(type, { ...found, query, page }, context);
}
