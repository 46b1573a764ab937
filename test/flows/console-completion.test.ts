import { mkdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { canBrowse, openBrowser } from '../support/browser.ts';
import { actorOf } from '../worlds/pure-engine.ts';
import { openWholeBot } from '../worlds/whole-bot.ts';
import { consoleDesk } from './console-desk.ts';

/** A browser of its own, started within the test. */
const LONG = 60_000;

test.runIf(canBrowse())(
  'in the console a command is completed as it is typed, by keys alone',
  { timeout: LONG },
  async () => {
    const browser = await openBrowser();
    const scene = await openWholeBot({}, await readFile('org.sample.yaml', 'utf8'));
    try {
      const answers = { what: '门禁记录缺失', where: '机房 B' };
      const wish = { type: 'finding', answers, actor: actorOf('huang-tao'), origin: 'one' };
      expect((await scene.app.records.create(wish)).verdict).toBe('created');
      const desk = consoleDesk(browser, scene.app.url);
      const page = await desk.window('li-na');
      const input = page.locator('#command');
      await page.setViewportSize({ width: 390, height: 844 });
      await input.focus();

      await page.keyboard.type('/finding list 部门 运');
      await page.getByRole('option', { name: '运维管理部' }).waitFor();
      if (process.env.SHOTS) {
        await mkdir(process.env.SHOTS, { recursive: true });
        await page.screenshot({ path: `${process.env.SHOTS}/completion-phone.png` });
      }
      await page.keyboard.press('Tab');
      expect(await input.inputValue()).toBe('/finding list 部门 运维管理部 ');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
      await page.locator('.private').getByText('责任部门：运维管理部').waitFor();

      await input.focus();
      await page.keyboard.type('/finding show 门禁');
      await page.getByRole('option', { name: 'FD-2026-0001' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.locator('.private').getByText('FD-2026-0001 · 门禁记录缺失').waitFor();
      expect(await input.inputValue()).toBe('');
      expect(desk.complaints).toEqual([]);
    } finally {
      await browser.close();
      await scene.stop();
    }
  },
);
