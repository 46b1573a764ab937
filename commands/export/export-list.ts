import { z } from 'zod';
import { dayOf } from '../../src/calendar/day.ts';
import type { OutFile } from '../../src/chat/out-file.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import { label } from '../../src/records/say.ts';
import type { ExportRow } from '../../src/records/search/export-repository.ts';
import type { Context } from '../context.ts';
import { filterOf } from '../list/find-page.ts';
import type { ListQuery } from '../list/list-query.ts';
import { readListFor } from '../list/show-list.ts';
import { refuse, toast } from '../replies.ts';
import type { Cell } from './cell.ts';
import { columnsFor } from './columns.ts';
import { tableFile, tableFormats } from './table-file.ts';

/** The value of the buttons under a list. */
export const exportValue = z.object({ q: z.string().max(300), as: z.enum(tableFormats) });

/** A list to export: stored with the effect, so that the file is created when it is sent. */
export const exportContent = z.object({
  file: z.literal('list'),
  type: z.string(),
  q: z.string(),
  as: z.enum(tableFormats),
});
export type ExportContent = z.infer<typeof exportContent>;

/** *Save as CSV* or *Excel*: the file is sent in a direct message; here only a notice appears, at once. */
export async function exportList(
  type: RecordType<unknown>,
  request: z.output<typeof exportValue>,
  context: Context,
): Promise<Reply> {
  if (readListFor(type, request.q, context).unread.length > 0) return refuse(context, { key: 'list.stale' });
  const content: ExportContent = { file: 'list', type: type.type, ...request };
  await context.sendFile({ period: context.origin, personId: context.person.id, content }, context.org);
  return toast(context, 'good', { key: 'export.coming' });
}

/** The recipient of the file, and what creating it needs. */
export type ExportReader = Pick<Context, 'person' | 'org' | 'now' | 'locale' | 'search' | 'exports' | 'registry'>;

/** Creates the file for its recipient, with what they may read; `key` is that of the effect that sends it. */
export async function makeExport(
  { type: name, q, as }: ExportContent,
  key: string,
  reader: ExportReader,
): Promise<OutFile> {
  const { registry, org, person, now, locale } = reader;
  const type = registry.get(name);
  const { query } = readListFor(type, q, reader);
  const { zone } = org.siteOfPerson(person.id);
  const columns = columnsFor(type, { locale, org, now, zone });
  const table = {
    name: label(`${name}.nouns`, locale),
    header: columns.map(({ heading }) => heading),
    rows: cells(rowsOf(name, query, reader)),
  };
  return tableFile(table, as, dayOf(now, zone), key);

  async function* cells(rows: AsyncIterable<ExportRow>): AsyncIterable<readonly Cell[]> {
    for await (const row of rows) yield columns.map((column) => column.cell(row));
  }
}

async function* rowsOf(type: string, query: ListQuery, reader: ExportReader): AsyncIterable<ExportRow> {
  const filter = filterOf(type, query, reader);
  const most = reader.org.settings.exportRows;
  if (query.words === '') return yield* reader.exports.rows(filter, most);
  const { records } = await reader.search.search(filter, query.words, 0, most);
  const numbers = records.map(({ number }) => number);
  yield* reader.exports.numbered(numbers, filter);
}
