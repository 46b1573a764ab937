import { mkdir, readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { afterEach, expect, test } from 'vitest';
import { canBrowse, openBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { movedClock } from '../support/moved-clock.ts';
import { actorOf } from '../worlds/pure-engine.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import { consoleDesk } from './console-desk.ts';
import { feishuDesk } from './feishu-desk.ts';
import { openFeishu } from './feishu-seats.ts';
import { orgFor } from './org-for.ts';
import { slackDesk } from './slack-desk.ts';
import { openSlack } from './slack-seats.ts';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleanUps.splice(0).reverse()) await clean();
});

async function withFindings(scene: WholeBot): Promise<void> {
  for (let count = 1; count <= 12; count++) {
    const answers = { what: `值班日志缺少第 ${count} 天的巡检记录，交接班也没有签字`, where: '机房 B' };
    const wish = { type: 'finding', answers, actor: actorOf('huang-tao'), origin: `seed-${count}` };
    const created = await scene.app.records.create(wish);
    if (created.verdict !== 'created') throw new Error(JSON.stringify(created));
  }
  await scene.settle();
}

const rowsOf = (bytes: Buffer): Record<string, string>[] => parse(bytes, { bom: true, columns: true });

test('in Slack a list is turned in its place, and its file comes in a direct message', async () => {
  const clock = movedClock('2026-11-23T01:00:00Z');
  const { slack, seats, settings } = await openSlack(clock);
  cleanUps.push(() => slack.close());
  const scene = await openWholeBot(settings, await orgFor(() => seats, [seats]), clock);
  cleanUps.push(() => scene.stop());
  slack.connect(`${scene.app.url}/slack/events`);
  await withFindings(scene);
  const desk = slackDesk(slack, seats);

  await desk.say('li-na', '/finding list');
  await expect.poll(() => desk.told('li-na')).toContain('第 1–10 条，共 12 条');
  const before = slack.shownTo(seats.userId('li-na')).length;
  await desk.press('li-na', 'FD-2026-0001', '下一页');
  await eventually(async () => expect(await desk.told('li-na')).toContain('第 11–12 条，共 12 条'));
  expect(slack.shownTo(seats.userId('li-na'))).toHaveLength(before);

  await desk.press('li-na', 'FD-2026-0011', '存为 CSV');
  await eventually(async () => expect(await desk.told('li-na')).toContain('文件稍后会私信发给您'));
  await scene.settle();
  const [file] = [...slack.world.files.values()].filter(({ channels }) => channels.length > 0);
  expect(rowsOf(file?.content ?? Buffer.alloc(0))).toHaveLength(12);
});

test('in Feishu a list is turned in its place, and its file comes in the direct conversation', async () => {
  const clock = movedClock('2026-11-23T01:00:00Z');
  const { feishu, seats, settings } = await openFeishu(clock);
  cleanUps.push(() => feishu.close());
  const scene = await openWholeBot(settings, await orgFor(() => seats, [seats]), clock);
  cleanUps.push(() => scene.stop());
  feishu.eventsUrl = `${scene.app.url}/feishu/events`;
  await withFindings(scene);
  const desk = feishuDesk(feishu, seats);

  await desk.say('li-na', '/finding 列表');
  await eventually(async () => expect(await desk.told('li-na')).toContain('第 1–10 条，共 12 条'));
  const before = feishu.world.messages.length;
  await desk.press('li-na', 'FD-2026-0001', '下一页');
  await expect.poll(() => desk.told('li-na')).toContain('第 11–12 条，共 12 条');
  expect(feishu.world.messages).toHaveLength(before);

  await desk.press('li-na', 'FD-2026-0011', '存为 CSV');
  await scene.settle();
  const [file] = [...feishu.world.uploads.values()];
  expect(rowsOf(file?.content ?? Buffer.alloc(0))).toHaveLength(12);
});

test.runIf(canBrowse())(
  'in the console a list is turned in its place, fits a phone, and its file is saved',
  async () => {
    const browser = await openBrowser();
    cleanUps.push(() => browser.close());
    const scene = await openWholeBot({}, await readFile('org.sample.yaml', 'utf8'));
    cleanUps.push(() => scene.stop());
    await withFindings(scene);
    scene.clock.advance(4 * 24 * 3_600_000);
    const desk = consoleDesk(browser, scene.app.url);
    const page = await desk.window('li-na');
    await page.setViewportSize({ width: 390, height: 844 });

    await desk.say('li-na', '/finding list');
    const lists = page.locator('.message.private');
    await desk.press('li-na', 'FD-2026-0001', '下一页');
    await eventually(async () => expect(await lists.last().textContent()).toContain('第 11–12 条，共 12 条'));
    expect(await lists.count()).toBe(1);
    await desk.press('li-na', 'FD-2026-0011', '上一页');
    await eventually(async () => expect(await lists.last().textContent()).toContain('第 1–10 条，共 12 条'));
    if (process.env.SHOTS) {
      await mkdir(process.env.SHOTS, { recursive: true });
      await page.screenshot({ path: `${process.env.SHOTS}/list-phone.png` });
    }
    const heights = await page.evaluate<number[]>(
      `[...[...document.querySelectorAll('.message.private')].at(-1).querySelectorAll('.lines li > span')]
        .map((span) => span.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(span).fontSize))`,
    );
    expect(heights.length).toBeGreaterThan(0);
    // Two lines of 1.6 letters' height each; three would be nearly five.
    expect(Math.max(...heights)).toBeLessThan(3.6);

    await desk.press('li-na', 'FD-2026-0001', '存为 CSV');
    await scene.settle();
    const link = page.getByRole('link', { name: /下载 发现项-/ });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(rowsOf(Buffer.concat(chunks))).toHaveLength(12);

    await desk.say('li-na', '/finding lst');
    await desk.say('li-na', '/qm help');
    if (process.env.SHOTS) {
      await page.setViewportSize({ width: 1280, height: 1400 });
      await page.screenshot({ path: `${process.env.SHOTS}/help.png` });
    }
  },
);
