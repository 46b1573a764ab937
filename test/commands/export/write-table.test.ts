import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { type Cell, isFormula, type Table } from '../../../commands/export/cell.ts';
import { writeCsv } from '../../../commands/export/write-csv.ts';
import { writeXlsx } from '../../../commands/export/write-xlsx.ts';

const text = (said: string): Cell => ({ kind: 'text', text: said });

function tableOf(
  rows: readonly (readonly Cell[])[],
  header = ['编号', '标题', '逾期', '期限', '登记（Asia/Shanghai）'],
): Table {
  return {
    name: '发现项',
    header,
    rows: (async function* () {
      yield* rows;
    })(),
  };
}

const row: readonly Cell[] = [
  text('FD-2026-0001'),
  text('值班"日志", 缺\n两天'),
  { kind: 'number', number: 3 },
  { kind: 'day', day: '2026-11-20' },
  { kind: 'time', time: '2026-11-09T10:00' },
];

const csvOf = async (table: Table): Promise<string[][]> => parse(await writeCsv(table), { bom: true });

describe('a CSV file', () => {
  test('begins with a byte order mark, and is read again as what it was', async () => {
    const bytes = await writeCsv(tableOf([row, [text('x'), { kind: 'empty' }]]));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(parse(bytes, { bom: true, relax_column_count: true })).toEqual([
      ['编号', '标题', '逾期', '期限', '登记（Asia/Shanghai）'],
      ['FD-2026-0001', '值班"日志", 缺\n两天', '3', '2026-11-20', '2026-11-09 10:00'],
      ['x', ''],
    ]);
  });
});

const dangerous = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  '\u200b=1',
  '\ufeff=1',
  '−1',
];
const harmless = ['1+1', 'a=b', '机房-B', '2026-11-20', "it's", '', 'FD-2026-0001'];

describe('a text that a spreadsheet could take for a formula', () => {
  test.each(dangerous)('%j is none in a CSV file', async (said) => {
    expect(isFormula(said)).toBe(true);
    const [, cells = []] = await csvOf(tableOf([[text(said)]], ['x']));
    expect(cells[0]).toBe(`'${said}`);
  });

  test.each(dangerous.filter((said) => !/[\r\t\u200b\ufeff]/.test(said)))(
    '%j is a text in a workbook',
    async (said) => {
      const [, cells = []] = await readSheet(Buffer.from(await writeXlsx(tableOf([[text(said)]], ['x']))), {
        trim: false,
      });
      expect(cells[0]).toBe(said);
    },
  );

  test.each(harmless)('is not %j', (said) => {
    expect(isFormula(said)).toBe(false);
  });
});

describe('a workbook', () => {
  test('is read again as what it was, with days and times as such', async () => {
    const [head, first] = await readSheet(Buffer.from(await writeXlsx(tableOf([row]))));
    expect(head).toEqual(['编号', '标题', '逾期', '期限', '登记（Asia/Shanghai）']);
    expect(first).toEqual([
      'FD-2026-0001',
      '值班"日志", 缺\n两天',
      3,
      new Date('2026-11-20T00:00:00Z'),
      new Date('2026-11-09T10:00:00Z'),
    ]);
  });

  test('takes what XML cannot hold', async () => {
    const said = 'a\u0000b\u0001 <&> \ud800 👩‍👩‍👧';
    const [, cells = []] = await readSheet(Buffer.from(await writeXlsx(tableOf([[text(said)]], ['x']))));
    expect(cells[0]).toBe('a?b? <&> \ufffd 👩‍👩‍👧');
  });
});

test.each([
  { format: 'csv', write: writeCsv },
  { format: 'xlsx', write: writeXlsx },
])('ten thousand rows of $format hold nobody up', async ({ write }) => {
  const rows = Array.from({ length: 10_000 }, () => [...row, ...row, ...row]);
  let turns = 0;
  const watch = setInterval(() => {
    turns += 1;
  }, 1);
  const bytes = await write(tableOf(rows));
  clearInterval(watch);
  expect(bytes.length).toBeGreaterThan(10_000);
  // Counted and not timed, since the machine may be slow: an unbroken run lets nobody have a turn.
  expect(turns).toBeGreaterThan(4);
});
