import { expect, test } from 'vitest';
import { readCsv } from '../../../src/org/people-file/read-csv.ts';

const utf8 = (text: string) => Buffer.from(text, 'utf8');

/** 工号,姓名 and E1,赵敏 in GBK, as Excel in China saves a CSV. */
const gbk = Buffer.from('b9a4bac52cd0d5c3fb0d0a45312cd5d4c3f40d0a', 'hex');

test.each([
  ['UTF-8', utf8('工号,姓名\r\nE1,赵敏\r\n'), 'UTF-8, ,'],
  ['UTF-8 with a byte order mark', utf8('\ufeff工号,姓名\r\nE1,赵敏\r\n'), 'UTF-8, ,'],
  ['GBK', gbk, 'GB18030, ,'],
  ['Unicode text of Excel', Buffer.from('\ufeff工号\t姓名\r\nE1\t赵敏\r\n', 'utf16le'), 'UTF-16, tab'],
  ['semicolons', utf8('工号;姓名\nE1;赵敏\n'), 'UTF-8, ;'],
  ['bars', utf8('工号|姓名\nE1|赵敏\n'), 'UTF-8, |'],
])('reads a table in %s', (_what, bytes, readAs) => {
  expect(readCsv(bytes)).toEqual({
    readAs,
    rows: [
      { line: 1, cells: ['工号', '姓名'] },
      { line: 2, cells: ['E1', '赵敏'] },
    ],
  });
});

test('a character that GBK lacks and GB18030 has is read', () => {
  // 㐂 (U+3402) is 8139ee30 in GB18030.
  const bytes = Buffer.concat([gbk, Buffer.from('45322c', 'hex'), Buffer.from('8139ef30', 'hex')]);
  expect(readCsv(bytes).rows.at(-1)?.cells).toEqual([
    'E2',
    new TextDecoder('gb18030').decode(Buffer.from('8139ef30', 'hex')),
  ]);
});

test('a line is named by where it begins, blank lines and line breaks in cells counted', () => {
  const { rows } = readCsv(utf8('a,b\n\n"x\ny",1\n,\nz,2\n'));
  expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
    [1, 'a'],
    [3, 'x\ny'],
    [6, 'z'],
  ]);
});

test('the separator that a first line announces is taken, and that line is counted', () => {
  expect(readCsv(utf8('sep=;\nName;Dept\n"Lee, Grace";US\n')).rows).toEqual([
    { line: 2, cells: ['Name', 'Dept'] },
    { line: 3, cells: ['Lee, Grace', 'US'] },
  ]);
});

test('a comma inside quotes is no separator', () => {
  expect(readCsv(utf8('Name;Dept\n"a,b,c";"d,e,f"\n')).rows[1]?.cells).toEqual(['a,b,c', 'd,e,f']);
});

test('bytes that are no text are refused with what to do', () => {
  expect(() => readCsv(Buffer.from([0x41, 0xff, 0xff, 0x00]))).toThrow('people.unreadableText');
});

test('a quote that is never closed is refused', () => {
  expect(() => readCsv(utf8('a,b\n"x,1\ny,2\n'))).toThrow('people.unreadableCsv');
});
