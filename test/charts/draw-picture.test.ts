import { expect, test } from 'vitest';
import { drawPicture } from '../../src/charts/draw-picture.ts';
import { palette } from '../../src/charts/palette.ts';
import { charts, worstChart } from '../renderers/chart-samples.ts';
import { readPng } from '../support/read-png.ts';

/** Whether a colour, as `#rrggbb`, stands somewhere in the picture as it is. */
const holds = (pixels: Buffer, hex: string) => pixels.includes(Buffer.from(`${hex.slice(1)}ff`, 'hex'));

test('a chart becomes a picture of its own colours, twice as fine as a plain screen', async () => {
  const png = await drawPicture(charts.causes, 'zh-CN');
  const { width, height, pixels } = readPng(png ?? Buffer.alloc(0));
  expect(width).toBe(1200);
  expect(height).toBeGreaterThan(300);
  expect(holds(pixels, palette.first)).toBe(true);
  expect(holds(pixels, palette.ink)).toBe(true);
});

test('the largest chart is a picture too, of less than half a megabyte', async () => {
  const png = await drawPicture(worstChart('stacked'), 'en');
  expect(png?.length).toBeLessThan(500_000);
});

test('a character that the font lacks gives no picture instead of a box', async () => {
  const categories = charts.overdue.categories.map((name, index) => (index === 0 ? `${name} 𠮷` : name));
  expect(await drawPicture({ ...charts.overdue, categories }, 'zh-CN')).toBeNull();
});

test('the event loop goes on while a picture is drawn', async () => {
  await drawPicture(charts.overdue, 'zh-CN');
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  await drawPicture(worstChart('bar'), 'en');
  clearInterval(timer);
  expect(turns).toBeGreaterThan(20);
});
