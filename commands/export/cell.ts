/** A cell of a table, independent of the file format. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  /** A calendar day, `YYYY-MM-DD`. */
  | { readonly kind: 'day'; readonly day: string }
  /** A time in the zone that the header names, `YYYY-MM-DDTHH:mm`. */
  | { readonly kind: 'time'; readonly time: string }
  | { readonly kind: 'empty' };

/**
 * Whether a spreadsheet could parse a text as a formula: it begins with = + - @, a tab or a carriage return, in any width,
 * perhaps after spaces. https://owasp.org/www-community/attacks/CSV_Injection (2026-11-25)
 */
export const isFormula = (text: string): boolean =>
  /^[\s\u200b-\u200f\ufeff]*[=+\-@\t\r＝＋－＠﹢﹣﹫−]|^[\t\r]/u.test(text);

/** A table to write to a file: rows are streamed, so that only a few are in memory. */
export interface Table {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly Cell[]>;
}

/** Yields to other work after each batch of rows. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** Rows written before yielding: with reading and drawing them, some milliseconds on a slow machine. */
export const ROWS_AT_ONCE = 10;
