import { formatDay } from '../../src/calendar/format.ts';
import type { Block, Button, Card } from '../../src/chat/card.ts';
import { words as text } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { nameOf } from '../../src/org/organisation.ts';
import { filtersOf } from '../../src/records/declaration/filters.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import { label, personName } from '../../src/records/say.ts';
import type { ListPage } from '../../src/records/search/record-summary.ts';
import type { Context } from '../context.ts';
import { listLine } from './list-line.ts';
import { type ListQuery, writeQuery } from './list-query.ts';
import { rangeText, totalText } from './total-text.ts';

/** How many records a page shows. */
export const PAGE_SIZE = 10;

/** A page of a list: its filters, its records in two lines each, the position, and the paging buttons. */
export interface DrawnPage extends ListPage {
  readonly query: ListQuery;
  /** From 0. */
  readonly page: number;
}

type Drawing = Pick<Context, 'locale' | 'org' | 'now'>;

/** The card of a page. */
export function drawList(type: RecordType<unknown>, drawn: DrawnPage, context: Drawing): Card {
  const { query, page, records, total, cut } = drawn;
  const { locale, org } = context;
  const most = org.settings.exportRows;
  const nouns = label(`${type.type}.nouns`, locale);
  const title = translate(locale, `list.title.${query.standing}`, { nouns, count: totalText(total, locale) });
  const from = page * PAGE_SIZE;
  const range = rangeText(from + 1, from + records.length, total, locale);
  const conditions = sayQuery(type, query, context).join(' · ');
  const blocks: Block[] = [
    ...(conditions === '' ? [] : [note(conditions)]),
    ...(records.length === 0
      ? [{ kind: 'text', text: text(translate(locale, 'list.none', { nouns })) } as const]
      : [{ kind: 'lines', lines: records.map((record) => listLine(record, context)) } as const]),
    ...(total > PAGE_SIZE ? [note(range)] : []),
    ...(query.words !== '' && total > 1 ? [note(translate(locale, 'list.ranking'))] : []),
    ...(cut ? [note(translate(locale, 'list.cut'))] : []),
    ...(total > most ? [note(translate(locale, 'export.limit', { most }))] : []),
    ...buttonsOf(type, drawn, context),
  ];
  return { title, tone: 'neutral', summary: total > PAGE_SIZE ? `${title} ${range}` : title, blocks };
}

const note = (said: string): Block => ({ kind: 'note', text: text(said) });

function buttonsOf({ type }: RecordType<unknown>, { query, page, total }: DrawnPage, { locale }: Drawing): Block[] {
  const written = writeQuery(query);
  if (written === null) return [];
  const turn = (to: number, key: 'list.previous' | 'list.next'): Button => ({
    action: `${type}.list`,
    label: translate(locale, key),
    value: { q: written, page: to },
  });
  const widen: Button = {
    action: `${type}.list`,
    label: translate(locale, 'list.widen'),
    value: { q: 'all', page: 0 },
  };
  const save = (as: 'csv' | 'xlsx'): Button => ({
    action: `${type}.export`,
    label: translate(locale, `export.${as}`),
    value: { q: written, as },
  });
  const buttons = [
    ...(page > 0 ? [turn(page - 1, 'list.previous')] : []),
    ...((page + 1) * PAGE_SIZE < total ? [turn(page + 1, 'list.next')] : []),
    ...(total === 0 && written !== 'all' ? [widen] : []),
    ...(total > 0 ? (['xlsx', 'csv'] as const).map(save) : []),
  ];
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
}

/** A list's filters, in words. */
export function sayQuery(
  type: RecordType<unknown>,
  { mine, facets, owners, since, until, words }: ListQuery,
  { locale, org }: Pick<Drawing, 'locale' | 'org'>,
): string[] {
  const separator = translate(locale, 'common.listSeparator');
  const pair = (name: string, values: readonly string[]) =>
    translate(locale, 'list.where', { name, values: values.join(separator) });
  const narrowed = filtersOf(type).flatMap((filter) => {
    const wanted = facets[filter.facet] ?? [];
    const named = filter.values(org).filter(({ id }) => wanted.includes(id));
    return named.length === 0
      ? []
      : [
          pair(
            translate(locale, filter.label),
            named.map(({ name }) => nameOf(name, locale)),
          ),
        ];
  });
  const people = owners.map((id) => personName(id, { org, locale }));
  return [
    ...(mine ? [translate(locale, 'list.where.mine')] : []),
    ...narrowed,
    ...(people.length > 0 ? [pair(translate(locale, 'card.owner'), people)] : []),
    ...(since ? [translate(locale, 'list.where.since', { day: formatDay(since, locale) })] : []),
    ...(until ? [translate(locale, 'list.where.until', { day: formatDay(until, locale) })] : []),
    ...(words === '' ? [] : [translate(locale, 'list.where.words', { words })]),
  ];
}
