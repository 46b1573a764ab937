import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FileEvidence } from '../../src/records/shape/common.ts';
import { samples } from '../files/samples.ts';
import { canBrowse, openBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import { type ConsoleDesk, consoleDesk } from './console-desk.ts';
import { NUMBER } from './thread.ts';

const photo = Buffer.concat([samples.jpeg, randomBytes(200_000)]);
const photoOf = (name: string) => ({ name, mimeType: 'image/jpeg', buffer: photo });
const program = { name: '病毒.exe', mimeType: 'application/octet-stream', buffer: samples.exe };

describe.skipIf(!canBrowse())('files in the console', () => {
  let browser: Browser;
  let scene: WholeBot;
  let desk: ConsoleDesk;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    scene = await openWholeBot({}, await readFile('org.sample.yaml', 'utf8'));
    desk = consoleDesk(browser, scene.app.url);
    page = await desk.window('huang-tao');
  });
  afterEach(async () => {
    const complaints = [...desk.complaints];
    await Promise.all(browser.contexts().map((context) => context.close()));
    await scene.stop();
    if (complaints.length > 0) throw new Error(`the browser complained: ${complaints.join('; ')}`);
  });

  const shoot = async (name: string) => {
    if (!process.env.SHOTS) return;
    await mkdir(process.env.SHOTS, { recursive: true });
    await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
  };
  const stored = async () => {
    const record = await scene.app.records.load({ number: NUMBER });
    return (record?.common.evidence ?? []).filter((one): one is FileEvidence => one.kind === 'file');
  };
  const kept = { sha256: createHash('sha256').update(photo).digest('hex'), size: photo.length, type: 'image/jpeg' };
  const attach = async (...files: (typeof program)[]) => {
    await page.locator('#attach-files').setInputFiles(files);
    await eventually(async () => expect(await page.locator('#attached .upload[data-busy]').count()).toBe(0));
  };

  test('a photo sent in a direct message is asked about, and becomes a finding or goes to a record', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await attach(photoOf('门禁 1.jpg'), program);
    expect(await page.locator('#attached .upload[data-failed]').textContent()).toContain('不能作为证据');
    await shoot('composer-attached');
    await page.locator('#command').fill('3号机房的门禁又打不开了');
    await page.locator('#send').click();
    await page.getByRole('button', { name: '报告新的' }).waitFor();
    await shoot('composer-asked');
    expect(await page.locator('#attached .upload').count()).toBe(0);
    expect(await page.locator('.own').last().textContent()).toContain('门禁 1.jpg');
    await page.locator('.private').getByRole('button', { name: '报告新的' }).click();
    expect(await desk.fill('huang-tao', { where: '3号机房' })).toBe('');
    await scene.settle();
    expect(await stored()).toMatchObject([{ name: '门禁 1.jpg', state: 'stored', stored: kept }]);

    await attach(photoOf('门禁 2.jpg'));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `补充到 ${NUMBER}` }).click();
    await page.getByText(`已补充到 ${NUMBER}`).first().waitFor();
    await scene.settle();
    expect((await stored()).map(({ name, state }) => [name, state])).toEqual([
      ['门禁 1.jpg', 'stored'],
      ['门禁 2.jpg', 'stored'],
    ]);
  });

  test('a photo with a record’s number goes to it from a channel, by keys alone', async () => {
    await desk.say('huang-tao', '/finding new');
    await desk.fill('huang-tao', { what: '门禁记录缺失', where: '1号机房' });
    await scene.settle();
    await page.locator('a.space[data-space="quality"]').click();
    await attach(photoOf('门禁 3.jpg'));
    await page.locator('#command').focus();
    await page.keyboard.type(`补充到 ${NUMBER}`);
    await page.keyboard.press('Enter');
    await page.getByText(`已补充到 ${NUMBER}`).first().waitFor();
    await scene.settle();
    expect(await stored()).toMatchObject([{ name: '门禁 3.jpg', state: 'stored', stored: kept }]);
  });

  test('a form takes photos, says which it does not take, and the card opens them', async () => {
    await desk.say('huang-tao', '/finding new');
    const dialog = page.getByRole('dialog', { name: '报告发现项' });
    await dialog.locator('input[type="file"]').setInputFiles([photoOf('门禁 4.jpg'), photoOf('多余.jpg'), program]);
    await dialog.locator('.upload[data-failed]').waitFor();
    await dialog.getByRole('button', { name: '移除 多余.jpg' }).click();
    await eventually(async () => expect(await dialog.locator('.upload[data-busy]').count()).toBe(0));
    await shoot('form-files');
    expect(await desk.fill('huang-tao', { what: '门禁记录缺失', where: '1号机房' })).toBe('');
    await scene.settle();
    expect(await stored()).toMatchObject([{ name: '门禁 4.jpg', state: 'stored', stored: kept }]);

    await page.locator('a.space[data-space="quality"]').click();
    await page.locator('article.card').getByRole('button', { name: '打开' }).first().click();
    const link = page.locator('.private').getByRole('link', { name: '门禁 4.jpg' });
    await link.waitFor();
    await shoot('file-opened');
    const answer = await fetch((await link.getAttribute('href')) ?? '');
    expect(Buffer.from(await answer.arrayBuffer()).equals(photo)).toBe(true);
  });

  test('a customer’s complaint comes in by the same form, on a phone, with what was photographed', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await desk.say('huang-tao', '/finding new');
    const dialog = page.getByRole('dialog', { name: '报告发现项' });
    await dialog.locator('input[type="file"]').setInputFiles([photoOf('投诉信.jpg')]);
    await eventually(async () => expect(await dialog.locator('.upload[data-busy]').count()).toBe(0));
    await shoot('form-door');
    const said = { what: '报修两小时没有人联系', where: '三号线', suggestedKind: 'complaint', project: 'metro-3' };
    expect(await desk.fill('huang-tao', said)).toBe('');
    await scene.settle();
    expect(await desk.told('huang-tao')).toContain('已登记 CP-2026-0001');
    expect(await scene.app.records.load({ number: 'CP-2026-0001' })).toMatchObject({
      state: 'received',
      data: { kind: 'complaint', customerId: 'metro' },
      common: { evidence: [{ name: '投诉信.jpg', state: 'stored' }] },
    });
  });
});
