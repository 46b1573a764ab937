import { fileMark, type OutFile } from '../../src/chat/out-file.ts';
import type { Table } from './cell.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

/** The file formats of a table. */
export const tableFormats = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];

const media = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The file of a table, named after its content and the day; `key` is that of the effect that sends it. */
export async function tableFile(table: Table, as: TableFormat, day: string, key: string): Promise<OutFile> {
  const bytes = as === 'csv' ? await writeCsv(table) : await writeXlsx(table);
  return { name: `${table.name}-${day}-${fileMark(key)}.${as}`, bytes, type: media[as] };
}
