import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPeopleFile } from '../../../src/org/people-file/read-people-file.ts';
import { workbook } from '../../support/workbook.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qmbot-people-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function written(name: string, bytes: Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
}

/** A workbook whose sheet is something else. */
async function withSheet(xml: string): Promise<Uint8Array> {
  const parts = unzipSync(await workbook([['工号'], ['E1']]));
  const sheet = Object.keys(parts).find((name) => name.startsWith('xl/worksheets/')) ?? '';
  return zipSync({ ...parts, [sheet]: strToU8(xml) });
}

const sheetOf = (row: string) =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${row}</sheetData></worksheet>`;

test('reads the first sheet of a workbook, regardless of its name, with the numbers as they are written', async () => {
  const bytes = await workbook([
    ['员工花名册'],
    [],
    ['工号', '姓名', '手机', '在职'],
    [10023, '赵敏', 13800138000, true],
  ]);
  expect(await readPeopleFile(await written('staff.dat', bytes))).toEqual({
    readAs: 'XLSX',
    rows: [
      { line: 1, cells: ['员工花名册', '', '', ''] },
      { line: 3, cells: ['工号', '姓名', '手机', '在职'] },
      { line: 4, cells: ['10023', '赵敏', '13800138000', 'true'] },
    ],
  });
});

test('a mobile number in powers of ten keeps its digits', async () => {
  const bytes = await withSheet(sheetOf('<row r="1"><c r="A1"><v>1.3800138E10</v></c></row>'));
  expect((await readPeopleFile(await written('e.xlsx', bytes))).rows[0]?.cells).toEqual(['13800138000']);
});

test('300 people are read from a workbook', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => [`E${1000 + index}`, `员工${index}`, '运维管理部']);
  const table = await readPeopleFile(await written('300.xlsx', await workbook([['工号', '姓名', '部门'], ...rows])));
  expect(table.rows).toHaveLength(301);
});

test.each([
  ['a workbook with a cell in its last row', sheetOf('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')],
  ['a workbook with a cell in its last column', sheetOf('<row r="1"><c r="XFD1"><v>1</v></c></row>')],
])('%s is refused before it is read', async (_what, sheet) => {
  const file = await written('huge.xlsx', await withSheet(sheet));
  await expect(readPeopleFile(file)).rejects.toThrow('people.tooLarge');
});

/** A workbook whose archive promises that a part of two megabytes has so many bytes. */
async function promising(size: number): Promise<Uint8Array> {
  const bytes = Buffer.from(await withSheet(sheetOf(`<row r="1"><c r="A1"><v>${'1'.repeat(2_000_000)}</v></c></row>`)));
  // In the archive's directory, an entry begins with PK 1 2, and the unpacked size stands 24 bytes after.
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
    if (bytes.readUInt32LE(at + 24) > 1_000_000) bytes.writeUInt32LE(size, at + 24);
  }
  return bytes;
}

test.each([
  ['that promises to unfold to a hundred megabytes', 100 * 1024 * 1024, 'people.tooLarge'],
  ['that promises little and unfolds to much', 16, 'people.unreadableWorkbook'],
])('an archive %s is refused', async (_what, size, key) => {
  await expect(readPeopleFile(await written('bomb.xlsx', await promising(size)))).rejects.toThrow(key);
});

test.each([
  ['an old workbook, or one with a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'people.oldWorkbook'],
  ['an archive that is no workbook', Buffer.from(zipSync({ 'a.txt': strToU8('x') })), 'people.unreadableWorkbook'],
  ['a broken archive', Buffer.from('504b0304ffffffff', 'hex'), 'people.unreadableWorkbook'],
  ['an empty file', Buffer.alloc(0), 'people.empty'],
  ['a very large file', Buffer.alloc(11 * 1024 * 1024, 'a,b\n'), 'people.tooLarge'],
])('%s is refused with what to do', async (_what, bytes, key) => {
  await expect(readPeopleFile(await written('bad', bytes))).rejects.toThrow(key);
});

test('a file that is not there is named', async () => {
  await expect(readPeopleFile(join(folder, 'none.csv'))).rejects.toThrow('none.csv');
});
