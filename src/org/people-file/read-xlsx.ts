import { unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { limits } from './limits.ts';
import type { Table } from './table.ts';

/**
 * A workbook's parts, unpacked within limits and repacked without compression: the library that reads it next cannot be made to unpack more than was
 * checked here. An archive that declares too much, or contains more than it declares, is rejected. Fails with the user errors `people.tooLarge` and
 * `people.unreadableWorkbook`.
 */
function unpackWorkbook(bytes: Uint8Array): ArrayBuffer {
  let promised = 0;
  let parts = 0;
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!/\.(xml|rels)$/.test(name)) return false;
        promised += originalSize;
        parts += 1;
        if (promised > limits.unpackedBytes || parts > limits.parts) throw new UserError('people.tooLarge');
        return true;
      },
    });
    for (const [name, content] of Object.entries(files)) checkSheet(name, content);
    return new Uint8Array(zipSync(files, { level: 0 })).buffer;
  } catch (cause) {
    throw cause instanceof UserError ? cause : new UserError('people.unreadableWorkbook', {}, cause);
  }
}

/** A sheet with one cell in its last row would be read as a million empty rows. */
function checkSheet(name: string, content: Uint8Array): void {
  if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) return;
  const xml = new TextDecoder().decode(content);
  for (const [, column = '', row = ''] of xml.matchAll(/<(?:\w+:)?(?:c|row)\s[^>]*?\br="([A-Z]{0,4})(\d{1,8})"/g)) {
    if (Number(row) > limits.rows || columnNumber(column) > limits.columns) throw new UserError('people.tooLarge');
  }
}

const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

const rowsSchema = z.array(z.array(z.union([z.string(), z.boolean(), z.date(), z.null()])));

/**
 * Reads the first sheet of an `.xlsx` workbook. Numbers keep the digits written in the file, so that an employee number or a mobile number is not
 * altered. Fails with the user errors `people.tooLarge` and `people.unreadableWorkbook`.
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
  // A day has no time of day; a time is a fraction of a day, which may fall slightly short of the second.
  return cell
    .toISOString()
    .replace('T', ' ')
    .replace(/(?: 00:00:00)?\.\d+Z$/, '');
}
