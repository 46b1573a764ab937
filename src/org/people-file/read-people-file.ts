import { readFile, stat } from 'node:fs/promises';
import { AppError, UserError } from '../../errors.ts';
import { limits } from './limits.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { Table } from './table.ts';

/**
 * Reads a table of people, by the file's content and not its name: a workbook (`.xlsx`) or delimited text. Fails with `people.fileUnreadable`, and
 * with user errors that say what is wrong with the file: `people.tooLarge`, `people.oldWorkbook`, `people.unreadableWorkbook`,
 * `people.unreadableText`, `people.unreadableCsv`, `people.empty`.
 */
export async function readPeopleFile(file: string): Promise<Table> {
  const table = await readTable(await bytesOf(file));
  if (table.rows.length === 0) throw new UserError('people.empty');
  const isLarge = table.rows.length > limits.rows || table.rows.some(({ cells }) => cells.length > limits.columns);
  if (isLarge) throw new UserError('people.tooLarge');
  return table;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    if ((await stat(file)).size > limits.fileBytes) throw new UserError('people.tooLarge');
    return await readFile(file);
  } catch (cause) {
    throw cause instanceof UserError ? cause : new AppError('people.fileUnreadable', { file }, cause);
  }
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte);

async function readTable(bytes: Uint8Array): Promise<Table> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readXlsx(bytes);
  // The container format of Excel 97 to 2003, and of a password-protected workbook.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new UserError('people.oldWorkbook');
  return readCsv(bytes);
}
