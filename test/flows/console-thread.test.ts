import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canBrowse, openBrowser } from '../support/browser.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import { type ConsoleDesk, consoleDesk } from './console-desk.ts';
import { NUMBER, wholeThread } from './thread.ts';

describe.skipIf(!canBrowse())('in a browser', () => {
  let browser: Browser;
  let scene: WholeBot;
  let desk: ConsoleDesk;

  beforeEach(async () => {
    browser = await openBrowser();
    scene = await openWholeBot({}, await readFile('org.sample.yaml', 'utf8'));
    desk = consoleDesk(browser, scene.app.url);
  });

  afterEach(async () => {
    await browser.close();
    await scene.stop();
  });

  test('a finding goes from the console to its closing, live in the windows of five people', async () => {
    await wholeThread(() => desk, scene.settle);
    expect((await scene.app.records.load({ number: NUMBER }))?.state).toBe('closed');
    expect(desk.complaints).toEqual([]);
  }, 120_000);
});
