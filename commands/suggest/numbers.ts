import { dayOf, yearOf } from '../../src/calendar/day.ts';
import { readerOf } from '../../src/records/search/reader.ts';
import type { RecordSummary } from '../../src/records/search/record-summary.ts';
import type { Context } from '../context.ts';
import { fullNumbers, readLooseNumber } from './loose-number.ts';

type Asking = Pick<Context, 'registry' | 'org' | 'now' | 'person' | 'lists'>;

/** The records that a number may mean, as people write numbers, newest year first; only those that the user may read. */
export async function recordsCalled(
  said: string,
  { type }: { readonly type: string | null },
  { registry, org, now, person, lists }: Asking,
): Promise<readonly RecordSummary[]> {
  const loose = readLooseNumber(said);
  if (!loose) return [];
  const types = registry.all.filter((one) => one.number.per === 'year' && (type === null || one.type === type));
  const prefixes = types.map(({ number }) => number.prefix(org));
  const today = dayOf(now, org.siteOfPerson(person.id).zone);
  const numbers = fullNumbers(loose, prefixes, yearOf(today));
  if (numbers.length === 0) return [];
  const found = await lists.numbered(numbers, readerOf(person.id, org, now));
  return numbers.flatMap((number) => found.filter((record) => record.number === number));
}

/** The one record that a number names unambiguously: written with its prefix, or after the word for its type. */
export async function recordNamed(said: string, type: string | null, asking: Asking): Promise<string | null> {
  const loose = readLooseNumber(said);
  if (!loose || (loose.prefix === null && type === null)) return null;
  const [only, ...others] = await recordsCalled(said, { type }, asking);
  return only && others.length === 0 ? only.number : null;
}
