import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardOf, charts, signature, worstChart } from '../renderers/chart-samples.ts';
import { canBrowse, openBrowser } from '../support/browser.ts';
import { type BrowserPage, openBrowserPage } from '../worlds/browser-page.ts';

describe.skipIf(!canBrowse())('charts in the console, in a browser', () => {
  let browser: Browser;
  let stage: BrowserPage;
  beforeAll(async () => {
    browser = await openBrowser();
    stage = await openBrowserPage();
    const card = cardOf(charts.overdue, charts.onTime, charts.trend, charts.causes, worstChart('bar'), signature);
    await stage.adapter.post({ kind: 'user', userId: 'li-na' }, card, 'charts', 'zh-CN');
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  async function open(viewport: { width: number; height: number }, colorScheme: 'light' | 'dark') {
    const context = await browser.newContext({ locale: 'zh-CN', viewport, colorScheme });
    const page = await context.newPage();
    await page.goto(`${stage.url}/console?as=li-na`);
    await page.locator('svg.chart').first().waitFor();
    return page;
  }

  test('a screen reader is told what the picture says, and its numbers as a table', async () => {
    const page = await open({ width: 1280, height: 900 }, 'light');
    await page.getByRole('img', { name: charts.overdue.alt }).waitFor();
    await page.getByRole('img', { name: signature.alt }).waitFor();
    const table = page.getByRole('table', { name: charts.overdue.title, exact: true });
    expect(await table.getByRole('row').allTextContents()).toContain('运维管理部57');
    expect(await table.getByRole('columnheader').allTextContents()).toEqual(['项目', '上周', '本周']);
  });

  test.each([
    ['a desk, in the light', { width: 1280, height: 900 }, 'light'],
    ['a phone, in the dark', { width: 375, height: 780 }, 'dark'],
  ] as const)(
    'on %s charts fit their card, and bars have the colours of the theme',
    async (_where, viewport, scheme) => {
      const page = await open(viewport, scheme);
      const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect(wide).toBe(0);
      for (const chart of await page.locator('svg.chart, svg.handwriting').all()) {
        const [inner, outer] = [
          await chart.boundingBox(),
          await chart.locator('xpath=ancestor::article').boundingBox(),
        ];
        expect((inner?.x ?? 0) + (inner?.width ?? 0)).toBeLessThanOrEqual((outer?.x ?? 0) + (outer?.width ?? 0));
      }
      const fill = await page.evaluate("getComputedStyle(document.querySelector('svg.chart rect.fill-late')).fill");
      expect(fill).toBe(scheme === 'light' ? 'rgb(179, 56, 46)' : 'rgb(255, 157, 147)');
      const ink = await page.evaluate("getComputedStyle(document.querySelector('svg.handwriting')).stroke");
      expect(ink).toBe(await page.evaluate("getComputedStyle(document.querySelector('svg.chart .fill-ink')).fill"));
      if (process.env.SHOTS)
        await page
          .locator('article.card')
          .last()
          .screenshot({ path: `${process.env.SHOTS}/chart-${scheme}.png` });
    },
  );
});
