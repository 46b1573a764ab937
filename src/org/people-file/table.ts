/** A line of a table: its number in the file, from 1, and its cells, trimmed. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A parsed file: the format its bytes turned out to be, and its non-empty lines. */
export interface Table {
  /** `UTF-8`, `GB18030`, `UTF-16` and the separator for a text file; the sheet's name for a workbook. */
  readonly readAs: string;
  readonly rows: readonly TableRow[];
}
