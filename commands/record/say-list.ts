import type { Reply } from '../../src/chat/reply.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import type { Said } from '../command.ts';
import type { Context } from '../context.ts';
import { readListFor, showList } from '../list/show-list.ts';
import { recordNamed } from '../suggest/numbers.ts';
import { answerUnreadList } from '../suggest/unread-list.ts';
import { numberIn, sayMove } from './say-number.ts';
import { showRecord } from './show.ts';

/** `/finding list overdue`: its list, filtered by the text; if it is not understood, suggestions. */
export function sayList(type: RecordType<unknown>, said: string, context: Context): Promise<Reply> {
  const reading = readListFor(type, said, context);
  return reading.unread.length === 0
    ? showList(type, reading.query, context)
    : answerUnreadList(type, said, reading, context);
}

/** `/finding search WORDS`: words that are not filters are searched for. */
export async function saySearch(type: RecordType<unknown>, said: string, context: Context): Promise<Reply> {
  const number = await recordNamed(said, type.type, context);
  if (number !== null) return showRecord(number, context);
  return showList(type, readListFor(type, said, context, { search: true }).query, context);
}

/** `/finding show FD-2026-0001`: the record with that number; its list if none is given. */
export async function sayShow(type: RecordType<unknown>, said: string, context: Context): Promise<Reply> {
  if (said === '') return sayList(type, '', context);
  return showRecord((await numberIn(said, type.type, context)) ?? said, context);
}

/** After a type's noun alone: a number, a move, or list filters. Null for anything else. */
export async function sayNoun(
  type: RecordType<unknown>,
  rest: string,
  said: Said,
  context: Context,
): Promise<Reply | null> {
  const number = await numberIn(rest, type.type, context);
  if (number !== null) return showRecord(number, context);
  const moved = await sayMove(type, rest.split(/\s+/), said, context);
  if (moved) return moved;
  const reading = readListFor(type, rest, context);
  return reading.unread.length === 0 && reading.pieces.length > 0 ? showList(type, reading.query, context) : null;
}
