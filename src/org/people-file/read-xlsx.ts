import { readSheet } from 'read-excel-file/universal';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import type { Table } from './table.ts';
import { unpackWorkbook } from './unpack-workbook.ts';

const rowsSchema = z.array(z.array(z.union([z.string(), z.boolean(), z.date(), z.null()])));

/**
 * Reads the first sheet of an `.xlsx` workbook. Numbers come as they are written in it, so that an employee number or a mobile number keeps
 * its digits. Fails with the user errors `people.tooLarge` and `people.unreadableWorkbook`.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Table> {
  const workbook = unpackWorkbook(bytes);
  let rows: z.infer<typeof rowsSchema>;
  try {
    rows = rowsSchema.parse(await readSheet(workbook, { parseNumber: digitsOf }));
  } catch (cause) {
    throw new UserError('people.unreadableWorkbook', {}, cause);
  }
  const lines = rows.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) }));
  return { readAs: 'XLSX', rows: lines.filter(({ cells }) => cells.some((cell) => cell !== '')) };
}

/** `1.3800138E10` is a mobile number, too. */
const digitsOf = (written: string): string => (/e/i.test(written) ? String(Number(written)) : written);

function textOf(cell: string | boolean | Date | null): string {
  if (cell === null) return '';
  if (!(cell instanceof Date)) return String(cell).trim();
  // A day has no time of its own; a time is a fraction of a day, which may fall a little short of the second.
  return cell
    .toISOString()
    .replace('T', ' ')
    .replace(/(?: 00:00:00)?\.\d+Z$/, '');
}
