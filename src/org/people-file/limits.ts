/** What a people file may hold; an export of a few hundred people is far below each. A file that unfolds without end is refused. */
export const limits = {
  fileBytes: 10 * 1024 * 1024,
  /** All parts of a workbook together, unpacked. */
  unpackedBytes: 64 * 1024 * 1024,
  parts: 500,
  rows: 20_020,
  columns: 200,
  /** Characters of a cell. What people are called, and where they work, is shorter. */
  cell: 500,
} as const;
