import { breathe, type Cell, isFormula, ROWS_AT_ONCE, type Table } from './cell.ts';

/** Excel recognizes UTF-8 only with this byte order mark. */
const BYTE_ORDER_MARK = '\ufeff';

/** A table as CSV (RFC 4180), also for Excel: with a byte order mark, and nothing that could run as a formula. */
export async function writeCsv({ header, rows }: Table): Promise<Buffer> {
  const parts = [Buffer.from(BYTE_ORDER_MARK + lineOf(header.map((text) => ({ kind: 'text', text }))))];
  let lines: string[] = [];
  for await (const row of rows) {
    lines.push(lineOf(row));
    if (lines.length < ROWS_AT_ONCE) continue;
    parts.push(Buffer.from(lines.join('')));
    lines = [];
    await breathe();
  }
  return Buffer.concat([...parts, Buffer.from(lines.join(''))]);
}

const lineOf = (row: readonly Cell[]) => `${row.map((cell) => quote(textOf(cell))).join(',')}\r\n`;

const quote = (text: string) => (/[",\r\n\t']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function textOf(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return isFormula(cell.text) ? `'${cell.text}` : cell.text;
    case 'number':
      return String(cell.number);
    case 'day':
      return cell.day;
    case 'time':
      return cell.time.replace('T', ' ');
    case 'empty':
      return '';
    default:
      return cell satisfies never;
  }
}
