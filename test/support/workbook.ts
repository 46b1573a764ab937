import writeExcelFile, { type SheetData } from 'write-excel-file/node';

type Cell = string | number | boolean;

/** A workbook with one sheet, in Excel's format. */
export async function workbook(rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const data: SheetData = rows.map((cells) => cells.map((value) => ({ value })));
  return writeExcelFile(data).toBuffer();
}
