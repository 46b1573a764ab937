import { translate } from '../src/i18n/translate.ts';
import type { RecordOf } from '../src/records/record.ts';
import { label } from '../src/records/say.ts';
import { readerOf } from '../src/records/search/reader.ts';
import type { Context } from './context.ts';

/** The most records that are named. */
const MOST = 3;

/**
 * That open records may speak of the same matter, with their numbers, for somebody who is about to decide or has just reported;
 * undefined where there is none that they may read.
 */
export async function tellSimilar(record: RecordOf<unknown>, context: Context): Promise<string | undefined> {
  const { registry, similar, person, org, now, locale } = context;
  const { type, number } = record;
  const matter = { type, title: registry.get(type).title(record.data), same: {}, except: number };
  const found = await similar.similarTo(matter, readerOf(person.id, org, now), MOST);
  if (found.length === 0) return undefined;
  const lines = found.map((one) => `${one.number} ${one.title} (${label(`${type}.state.${one.state}`, locale)})`);
  return translate(locale, 'record.similar', { lines: lines.join('\n') });
}
