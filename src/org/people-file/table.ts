/** A line of a table: its number in the file, from 1, and its cells, trimmed. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What a file was read as: what its bytes turned out to be, and its lines that hold anything. */
export interface Table {
  /** `UTF-8`, `GB18030`, `UTF-16` and the separator for a text; the sheet's name for a workbook. */
  readonly readAs: string;
  readonly rows: readonly TableRow[];
}
