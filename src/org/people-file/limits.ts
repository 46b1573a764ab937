/** Limits of a people file; an export of a few hundred people is far below each. A file that expands without end is rejected. */
export const limits = {
  fileBytes: 10 * 1024 * 1024,
  /** All parts of a workbook together, unpacked. */
  unpackedBytes: 64 * 1024 * 1024,
  parts: 500,
  rows: 20_020,
  columns: 200,
  /** Characters in a cell. Names of people and departments are shorter. */
  cell: 500,
} as const;
