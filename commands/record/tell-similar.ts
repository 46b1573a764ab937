import { translate } from '../../src/i18n/translate.ts';
import { label } from '../../src/records/say.ts';
import { readerOf } from '../../src/records/search/reader.ts';
import type { RecordOf } from '../../src/records/shape/record.ts';
import type { Context } from '../context.ts';

/** The most records listed. */
const MOST = 3;

/**
 * A note on open records that may be about the same matter, with their numbers, for a user about to decide or who has just reported;
 * undefined if there are none that they may read. `like: 'facets'` leaves out those that only have a similar title, which were
 * shown above the form already.
 */
export async function tellSimilar(
  record: RecordOf<unknown>,
  context: Context,
  { like = 'any' }: { readonly like?: 'any' | 'facets' } = {},
): Promise<string | undefined> {
  const { registry, similar, person, org, now, locale } = context;
  const { type, number, data } = record;
  const declared = registry.get(type);
  const same = declared.sameMatter?.(data, org) ?? {};
  const matter = { type, title: declared.title(data), same, except: number };
  if (like === 'facets' && Object.keys(same).length === 0) return undefined;
  const all = await similar.similarTo(matter, readerOf(person.id, org, now), MOST);
  const found = like === 'facets' ? all.filter((one) => one.same) : all;
  if (found.length === 0) return undefined;
  const lines = found.map((one) =>
    translate(locale, 'record.similar.line', {
      number: one.number,
      title: one.title,
      state: label(`${type}.state.${one.state}`, locale),
    }),
  );
  return translate(locale, 'record.similar', { lines: lines.join('\n') });
}
