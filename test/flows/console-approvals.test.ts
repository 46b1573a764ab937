import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { canBrowse, openBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { actorOf } from '../worlds/pure-engine.ts';
import { openWholeBot } from '../worlds/whole-bot.ts';
import { consoleDesk } from './console-desk.ts';

/** A browser of its own, started within the test. */
const LONG = 60_000;

test.runIf(canBrowse())(
  'in the console one card goes through all that waits for a decision',
  { timeout: LONG },
  async () => {
    const browser = await openBrowser();
    const scene = await openWholeBot({}, await readFile('org.sample.yaml', 'utf8'));
    try {
      for (const what of ['门禁记录缺失', '值班日志没有签字', '备件没有登记']) {
        const wish = { type: 'finding', answers: { what, where: '机房 B' }, actor: actorOf('huang-tao'), origin: what };
        expect((await scene.app.records.create(wish)).verdict).toBe('created');
      }
      const desk = consoleDesk(browser, scene.app.url);
      const page = await desk.window('li-na');
      const cards = page.locator('.message.private');
      await desk.say('li-na', '/qm approvals');
      expect(await cards.textContent()).toContain('第 1 项，共 3 项');
      await desk.press('li-na', 'FD-2026-0001', '不成立');
      expect(await desk.fill('li-na', { reason: '属于故障，不是不符合' })).toBe('');
      await eventually(async () => expect(await cards.last().textContent()).toContain('第 2 项，共 3 项'));
      expect(await cards.count()).toBe(1);
      expect(await cards.textContent()).toContain('FD-2026-0001：已认定不成立');
      await desk.press('li-na', 'FD-2026-0002', '稍后再看');
      await eventually(async () => expect(await cards.textContent()).toContain('第 3 项，共 3 项'));
      await desk.press('li-na', 'FD-2026-0003', '不成立');
      expect(await desk.fill('li-na', { reason: '属于故障，不是不符合' })).toBe('');
      await eventually(async () => expect(await cards.textContent()).toContain('还有 1 项留待稍后处理'));
      expect(await cards.count()).toBe(1);
      expect(desk.complaints).toEqual([]);
    } finally {
      await browser.close();
      await scene.stop();
    }
  },
);
