import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { limits } from './limits.ts';
import type { Table } from './table.ts';

/** A text with the encoding it was in. */
interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'GB18030';
}

/**
 * Decodes a file written by any common program: UTF-8 with or without a byte order mark, UTF-16 with one (Excel's "Unicode text"), otherwise GB18030,
 * a superset of GBK, which Excel in China writes as CSV. Fails with the user error `people.unreadableText` for bytes in none of these.
 */
function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: decode('utf-16le', bytes), encoding: 'UTF-16' };
  if (first === 0xfe && second === 0xff) return { text: decode('utf-16be', bytes), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: decode('gb18030', bytes), encoding: 'GB18030' };
  }
}

function decode(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UserError('people.unreadableText', {}, cause);
  }
}

/** Possible cell separators: a German Excel writes semicolons, "Unicode text" tabs. */
const separators = [',', ';', '\t', '|'] as const;
type Separator = (typeof separators)[number];

const parsedSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** Reads a table from a text file. Fails with the user errors `people.unreadableText` and `people.unreadableCsv`. */
export function readCsv(bytes: Uint8Array): Table {
  const { text, encoding } = decodeText(bytes);
  const { separator, body, skipped } = announced(text) ?? { separator: detect(text), body: text, skipped: 0 };
  const rows = parseAll(body, separator).map(({ record, info }) => ({
    // The parser reports the line on which a record ends, and a cell may contain line breaks.
    line: info.lines - record.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0) + skipped,
    cells: record.map((cell) => cell.trim()),
  }));
  const named = separator === '\t' ? 'tab' : separator;
  return { readAs: `${encoding}, ${named}`, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) };
}

function parseAll(text: string, separator: Separator): z.infer<typeof parsedSchema> {
  try {
    const options = { delimiter: separator, info: true, relax_column_count: true, relax_quotes: true };
    return parsedSchema.parse(parse(text, { ...options, max_record_size: limits.cell * limits.columns }));
  } catch (cause) {
    throw new UserError('people.unreadableCsv', {}, cause);
  }
}

/** Excel declares a file's separator in a first line `sep=;`. */
function announced(text: string) {
  const [line = '', separator = ''] = /^sep=([,;\t|])\r?\n/.exec(text) ?? [];
  const known = separators.find((each) => each === separator);
  return known && { separator: known, body: text.slice(line.length), skipped: 1 };
}

/** The separator that splits the first lines into the most cells, a quoted cell counting as one. */
function detect(text: string): Separator {
  const head = text
    .split(/\r?\n/)
    .slice(0, 10)
    .join('\n')
    .replace(/"[^"]*"/g, '');
  const count = (separator: Separator) => head.split(separator).length;
  return separators.reduce((best, each) => (count(each) > count(best) ? each : best));
}
