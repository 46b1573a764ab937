/**
 * Takes the pictures of the README into docs/images: a card in a Slack channel, an approver's card in Feishu, and the real
 * console at a desk and on a phone. `npx tsx test/stand-ins/viewer/shoot-readme.ts`
 */
import '../../support/speak.ts';

import { mkdir, readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { consoleDesk } from '../../flows/console-desk.ts';
import { reportAndIssue, writeAndSubmit } from '../../flows/thread.ts';
import { samples } from '../../renderers/samples.ts';
import { openBrowser } from '../../support/browser.ts';
import { stopTestServer } from '../../support/database.ts';
import { openWholeBot } from '../../worlds/whole-bot.ts';
import { openStudio, takePicture } from './pictures.ts';

const images = new URL('../../../docs/images/', import.meta.url).pathname;

async function shootCards(browser: Browser): Promise<void> {
  const page = await openStudio(browser, 1.15);
  const sampleAs = (as: string) => {
    const sample = samples.find((each) => each.name === 'finding.submitted.zh-CN' && each.as === as);
    if (!sample) throw new Error('no card of a submitted finding');
    return sample;
  };
  await takePicture(page, sampleAs('channel'), 'slack', `${images}channel-card.png`);
  await takePicture(page, sampleAs('personal'), 'feishu', `${images}approval-card.png`);
}

async function shootConsole(browser: Browser): Promise<void> {
  const scene = await openWholeBot({}, await readFile('org.sample.yaml', 'utf8'));
  try {
    const desk = consoleDesk(browser, scene.app.url);
    await reportAndIssue(() => desk, scene.settle);
    await writeAndSubmit(() => desk, scene.settle);
    const office = await browser.newPage({
      viewport: { width: 1180, height: 1080 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    await office.goto(`${scene.app.url}/console?as=li-na`);
    await office.locator('article.card').last().waitFor();
    await office.screenshot({ path: `${images}console.png` });

    const phone = await browser.newPage({
      viewport: { width: 390, height: 780 },
      deviceScaleFactor: 1.5,
      locale: 'zh-CN',
    });
    await phone.goto(`${scene.app.url}/console?as=huang-tao`);
    await phone.locator('#command').fill('/finding new');
    await phone.keyboard.press('Enter');
    await phone.locator('dialog[open] textarea').first().fill('3号机房门禁记录缺了三天，交接单上也没有说明。');
    await phone.locator('dialog[open] input[type=text]').first().fill('3号机房');
    await phone.screenshot({ path: `${images}phone-form.png`, animations: 'disabled' });
  } finally {
    await scene.stop();
  }
}

await mkdir(images, { recursive: true });
const browser = await openBrowser();
try {
  await shootCards(browser);
  await shootConsole(browser);
} finally {
  await browser.close();
  await stopTestServer();
}
