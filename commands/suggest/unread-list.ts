import type { Reply } from '../../src/chat/reply.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import type { Context } from '../context.ts';
import { listWords } from '../list/list-words.ts';
import { asWords, type ListReading } from '../list/read-list.ts';
import { readListFor, showList } from '../list/show-list.ts';
import { sayType } from '../record/nouns.ts';
import { drawSuggestions, type Suggestion } from './draw-suggestions.ts';
import { recordsIn } from './records-in.ts';
import { suggestionsForList } from './suggestions-for-list.ts';

const say = (text: string): Suggestion => ({ kind: 'say', text });

/**
 * The answer to a list query with words that were not understood: suggestions. Words similar to
 * nothing are searched for instead, since that is what they were for.
 */
export async function answerUnreadList(
  type: RecordType<unknown>,
  said: string,
  reading: ListReading,
  context: Context,
): Promise<Reply> {
  const meant = suggestionsForList(reading, listWords(type, context.org), context.locale);
  const found = await recordsIn(said, type.type, context);
  const words = asWords(reading);
  const search = readListFor(type, words, context);
  if (meant.length === 0 && found.length === 0 && search.unread.length === 0)
    return showList(type, search.query, context);
  const asList = [...meant, ...(search.unread.length === 0 ? [words] : [])].map((text) =>
    say(`${sayType(type)} list ${text}`),
  );
  return drawSuggestions(`${sayType(type)} list ${said}`, [...found, ...asList], context);
}
