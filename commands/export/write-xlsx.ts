import { breathe, type Cell, isFormula, ROWS_AT_ONCE, type Table } from './cell.ts';
import { writeZip } from './zip.ts';

/*
 * The minimum that a spreadsheet of Office Open XML (ECMA-376) needs: one sheet with inline texts. Written by hand because
 * the available libraries build the whole sheet at once, which blocks everyone else.
 */
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The indexes of the styles in `styles`. */
const style = { plain: 0, heading: 1, day: 2, time: 3, quoted: 4 } as const;

const styles = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/><numFmt numFmtId="165" formatCode="yyyy-mm-dd hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="165" applyNumberFormat="1"/><xf xfId="0" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
const types = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`;
const roots = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const parts = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATED}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATED}/styles" Target="styles.xml"/></Relationships>`;
const workbook = (name: string) =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATED}"><sheets><sheet name="${escapeXml(name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

/** A table as an Excel workbook: typed days and times, and every text a text, no matter how it begins. */
export async function writeXlsx({ name, header, rows }: Table): Promise<Buffer> {
  const width = header.map(
    (_, index) => `<col min="${index + 1}" max="${index + 1}" width="${index === 1 ? 40 : 16}" customWidth="1"/>`,
  );
  const head = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${width.join('')}</cols><sheetData>`;
  const first = rowOf(
    1,
    header.map((text) => ` s="${style.heading}"${inline(text)}`),
  );
  const sheet = [Buffer.from(head + first)];
  let lines: string[] = [];
  let count = 1;
  for await (const row of rows) {
    count += 1;
    lines.push(rowOf(count, row.map(cellOf)));
    if (lines.length < ROWS_AT_ONCE) continue;
    sheet.push(Buffer.from(lines.join('')));
    lines = [];
    await breathe();
  }
  sheet.push(Buffer.from(`${lines.join('')}</sheetData></worksheet>`));
  return writeZip([
    { name: '[Content_Types].xml', content: [Buffer.from(types)] },
    { name: '_rels/.rels', content: [Buffer.from(roots)] },
    { name: 'xl/workbook.xml', content: [Buffer.from(workbook(name))] },
    { name: 'xl/_rels/workbook.xml.rels', content: [Buffer.from(parts)] },
    { name: 'xl/styles.xml', content: [Buffer.from(styles)] },
    { name: 'xl/worksheets/sheet1.xml', content: sheet },
  ]);
}

/** A row of cells, each without its reference; some programs require the reference of each. */
const rowOf = (count: number, cells: readonly string[]) =>
  `<row r="${count}">${cells.map((cell, index) => `<c r="${lettersOf(index)}${count}"${cell}`).join('')}</row>`;

/** A, B ... Z, AA ... */
const lettersOf = (index: number): string =>
  (index < 26 ? '' : lettersOf(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

function cellOf(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return ` s="${isFormula(cell.text) ? style.quoted : style.plain}"${inline(cell.text)}`;
    case 'number':
      return `><v>${cell.number}</v></c>`;
    case 'day':
      return ` s="${style.day}"><v>${serial(`${cell.day}T00:00`)}</v></c>`;
    case 'time':
      return ` s="${style.time}"><v>${serial(cell.time)}</v></c>`;
    case 'empty':
      return '/>';
    default:
      return cell satisfies never;
  }
}

const inline = (text: string) => ` t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

/** Days since the end of 1899, as in spreadsheets. */
const serial = (time: string) => Date.parse(`${time}:00Z`) / 86_400_000 + 25_569;

/** Characters invalid in XML become a question mark; a sheet's cell holds 32 767 characters. */
function escapeXml(text: string): string {
  return text
    .slice(0, 32_000)
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '?')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
