import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { samples } from '../files/samples.ts';
import { consoleDesk } from '../flows/console-desk.ts';
import { canBrowse, openBrowser } from '../support/browser.ts';
import { openReportStage, type ReportStage, sign } from './service-report-stage.ts';

const shots = process.env.SHOTS;
const shoot = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};

describe.skipIf(!canBrowse())('a service report on a phone', () => {
  let browser: Browser;
  let stage: ReportStage;
  beforeAll(async () => {
    [browser, stage] = await Promise.all([openBrowser(), openReportStage()]);
  });
  afterAll(async () => {
    await browser.close();
    await stage.stop();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    const complained = stage.complaints.splice(0);
    if (complained.length > 0) throw new Error(`the browser complained: ${complained.join('; ')}`);
  });

  /** Everything but the signature. */
  async function answer(page: Page): Promise<void> {
    await page.getByText('确认并签字').click();
    await page.getByRole('group', { name: '您对本次服务满意吗？' }).getByText('满意', { exact: true }).click();
    await page.getByRole('group', { name: '您对工程师满意吗？' }).getByText('非常满意').click();
    await page.getByLabel('意见和建议').fill('来得很快');
  }
  const submit = (page: Page) => page.getByRole('button', { name: '提交' }).click();
  const thanks = (page: Page) => page.getByRole('heading', { name: '已收到' });

  test('is read, rated and signed on the customer’s own phone, and a copy is saved', async () => {
    const { number, url } = await stage.handOver('giveLink');
    const page = await stage.phone(browser, url);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(await page.getByLabel('签字人姓名').isVisible()).toBe(false);
    await answer(page);
    expect(await page.getByLabel('签字人姓名').inputValue()).toBe('钱明');
    await sign(page);
    await shoot(page, 'customer-form');
    expect(await stage.seriousFaults(page)).toEqual([]);
    await submit(page);
    await thanks(page).waitFor();
    await page.locator('img.signature').scrollIntoViewIfNeeded();
    await expect.poll(() => page.evaluate("document.querySelector('img.signature').naturalWidth")).toBe(1000);
    await shoot(page, 'customer-receipt');
    expect(await stage.seriousFaults(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByText('保存副本').click();
    expect((await download).suggestedFilename()).toBe(`${number}.html`);

    const report = await stage.report(number);
    expect(report.state).toBe('signed');
    expect(report.data.answer).toMatchObject({
      outcome: 'signed',
      way: 'customerPhone',
      score: 4,
      engineerScore: 5,
      address: '127.0.0.0/24',
    });
    await stage.scene.settle();
    const stored = (await stage.report(number)).common.evidence[0];
    expect(stored).toMatchObject({ state: 'stored', stored: { type: 'image/png' } });

    const desk = await stage.phone(browser, `${stage.scene.app.url}/console?as=xu-fang`);
    await desk.locator('#command').fill(`/report show ${number}`);
    await desk.keyboard.press('Enter');
    const signatures = desk.getByRole('img', { name: '钱明（信息中心主任）的签名' });
    await desk.locator('.message:not(.private)').filter({ has: signatures }).last().waitFor();
    const signature = desk.locator('.private').filter({ has: signatures }).locator('.handwriting');
    await signature.scrollIntoViewIfNeeded();
    const [drawn, card] = [await signature.boundingBox(), await desk.locator('.private article').boundingBox()];
    expect(drawn?.width).toBeGreaterThan(200);
    expect(drawn?.width).toBeLessThan(card?.width ?? 0);
    await shoot(desk, 'signed-card');
  });

  test('is signed on the engineer’s phone, at the size of WeChat’s view, and shows no rating to the person who gets the phone back', async () => {
    const { number, url } = await stage.handOver('signHere');
    const page = await stage.phone(browser, url, { viewport: { width: 375, height: 603 } });
    await page.getByText('您正在使用工程师的手机').waitFor();
    await page.getByText('English').click();
    await page.getByText('Confirm and sign').click();
    await shoot(page, 'engineer-form-en');
    expect(await stage.seriousFaults(page)).toEqual([]);
    await page.getByText('中文').click();
    await answer(page);
    await sign(page);
    await shoot(page, 'engineer-form');
    await submit(page);
    await page.getByText('请把手机交还工程师').waitFor();
    await shoot(page, 'engineer-receipt');
    for (const address of [url, `${url}/copy`]) {
      const text = await (await fetch(address)).text();
      expect(text).not.toMatch(/来得很快|非常满意/);
    }
    expect((await stage.report(number)).data.answer).toMatchObject({ way: 'engineerPhone', handedBy: 'huang-tao' });
  });

  test('is signed on paper, which the service desk photographs and types in on a phone', async () => {
    const { number } = await stage.handOver('giveLink');
    const desk = consoleDesk(browser, stage.scene.app.url);
    const page = await desk.window('xu-fang');
    await page.setViewportSize({ width: 375, height: 667 });
    await desk.say('xu-fang', `/report show ${number}`);
    await desk.press('xu-fang', number, '录入纸质签字');
    const dialog = page.getByRole('dialog', { name: '录入纸质签字' });
    const sheet = { name: '签字单.jpg', mimeType: 'image/jpeg', buffer: samples.jpeg };
    await dialog.locator('input[type="file"]').setInputFiles([sheet]);
    await expect.poll(() => dialog.locator('.upload:not([data-busy])').count()).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    await shoot(page, 'paper-form');
    expect(await stage.seriousFaults(page)).toEqual([]);
    const paper = { outcome: 'signed', signer: '钱明', post: '信息中心主任', score: '4', engineerScore: '5' };
    expect(await desk.fill('xu-fang', paper)).toBe('');
    await stage.scene.settle();
    await desk.say('xu-fang', `/report show ${number}`);
    await shoot(page, 'paper-card');
    expect(await stage.seriousFaults(page)).toEqual([]);
    const { state, data, common } = await stage.report(number);
    expect([state, data.answer]).toMatchObject(['signed', { way: 'paper', signerName: '钱明', score: 4 }]);
    const sha256 = createHash('sha256').update(samples.jpeg).digest('hex');
    expect(common.evidence).toMatchObject([{ name: sheet.name, state: 'stored', stored: { sha256 } }]);
    expect(desk.complaints).toEqual([]);
  });

  test('keeps what was typed while there is no network, over a reload, and sends it once there is one', async () => {
    const { number, url } = await stage.handOver('giveLink');
    const page = await stage.phone(browser, url);
    await answer(page);
    await sign(page);
    await page.reload();
    expect(await page.getByLabel('意见和建议').inputValue()).toBe('来得很快');
    await page.context().setOffline(true);
    await submit(page);
    await page.getByText('当前没有网络').waitFor();
    await shoot(page, 'offline');
    expect((await stage.report(number)).state).toBe('awaiting');
    await page.context().setOffline(false);
    await thanks(page).waitFor();
    expect((await stage.report(number)).data.answer?.comment).toBe('来得很快');
    expect(await page.evaluate('localStorage.length')).toBe(0);
  });

  test('says what is missing, keeps the rest, and can be refused with a reason', async () => {
    const { number, url } = await stage.handOver('giveLink');
    const page = await stage.phone(browser, `${url}?lang=en`);
    await page.getByText('Sign, with a reservation').click();
    await page.getByLabel('Your reservation or reason').fill('One gate still beeps');
    await page.getByRole('group', { name: 'with this service?' }).getByText('Neutral').click();
    await page.getByRole('group', { name: 'with the engineer?' }).getByText('Very satisfied').click();
    await submitIn(page);
    await page.getByText('Something is still missing').waitFor();
    await shoot(page, 'missing');
    expect(await stage.seriousFaults(page)).toEqual([]);
    expect(await page.getByLabel('Your reservation or reason').inputValue()).toBe('One gate still beeps');
    await page.getByText('Decline to sign').click();
    await submitIn(page);
    await page.getByText('Signature refused').waitFor();
    expect((await stage.report(number)).state).toBe('unsigned');

    async function submitIn(one: Page) {
      await one.getByRole('button', { name: 'Send' }).click();
    }
  });

  test('shows script and markup in every field as the words they are, on the page, the receipt and the copy', async () => {
    const evil = '"><script>alert(1)</script><img src=https://evil.example/x onerror=alert(2)>';
    const { url } = await stage.handOver('giveLink', {
      title: evil,
      done: evil,
      contact: `</title>${evil}`.slice(0, 60),
    });
    const page = await stage.phone(browser, url);
    await answer(page);
    await page.getByText('签字，但有保留意见').click();
    for (const field of ['保留意见或原因', '意见和建议']) await page.getByLabel(field).fill(evil);
    for (const field of ['签字人姓名', '职务']) await page.getByLabel(field, { exact: true }).fill(evil.slice(0, 60));
    await sign(page);
    await submit(page);
    await thanks(page).waitFor();
    expect(await page.getByText(evil).count()).toBeGreaterThanOrEqual(3);
    const copy = await (await fetch(`${url}/copy`)).text();
    expect(copy).not.toMatch(/<script|<img src=https/);
  });

  test('can be answered without a script, with the name for a signature', async () => {
    const { number, url } = await stage.handOver('giveLink');
    const page = await stage.phone(browser, url, { javaScriptEnabled: false });
    await answer(page);
    await page.getByText('以填写的姓名代替手写签名').click();
    await submit(page);
    await thanks(page).waitFor();
    expect((await stage.report(number)).state).toBe('signed');
  });

  test('answers a form that is sent twice, at once or later, with the same receipt', async () => {
    const { number, url } = await stage.handOver('giveLink');
    const mark = /name="mark" value="([^"]+)"/.exec(await (await fetch(url)).text())?.[1] ?? '';
    const body = new URLSearchParams({
      mark,
      outcome: 'signed',
      score: '5',
      engineerScore: '5',
      signer: '钱明',
      typed: 'yes',
    });
    const send = (score: string) => {
      body.set('score', score);
      return fetch(url, { method: 'POST', body: new URLSearchParams(body) });
    };
    const texts = await Promise.all([send('5'), send('5'), send('5')].map(async (sent) => (await sent).text()));
    texts.push(await (await send('1')).text());
    expect(new Set(texts).size).toBe(1);
    const report = await stage.report(number);
    expect(report.data.answer?.score).toBe(5);
    expect(report.history.filter(({ move }) => move === 'answer')).toHaveLength(1);
    expect(report.history.at(-1)?.actor).toMatchObject({ kind: 'customer', contactId: 'qian-ming' });
  });

  test('opens nothing any more once the links were withdrawn, and shows a QR code while they are open', async () => {
    const { number, url } = await stage.handOver('giveLink');
    const page = await stage.phone(browser, `${url}/qr`);
    await page.getByRole('img', { name: '请用客户的手机扫一扫' }).waitFor();
    await shoot(page, 'qr');
    stage.scene.clock.advance(60_000);
    const actor = { kind: 'person', id: 'huang-tao', via: 'console' } as const;
    const request = { move: 'withdrawLinks', answers: {}, actor, interaction: 'withdrawn', round: null };
    await stage.scene.app.records.perform({ number }, request);
    await page.goto(url);
    await page.getByText('链接已停用').waitFor();
    await page.getByText('You may ask:').waitFor();
    await shoot(page, 'withdrawn');
    expect(await stage.seriousFaults(page)).toEqual([]);
  });

  test('rates a service that was done from afar, once for each link', async () => {
    const { records } = stage.scene.app;
    const actor = { kind: 'person', id: 'xu-fang', via: 'console' } as const;
    const answers = {
      kind: 'incident',
      title: '门户网站打不开',
      project: 'metro-3',
      requester: '钱明',
      channel: 'phone',
      place: 'remote',
      priority: 'p2',
    };
    const created = await records.create({ type: 'incident', answers, actor, origin: 'told-by-phone' });
    if (created.verdict !== 'created') throw new Error(JSON.stringify(created.errors));
    const { number } = created.record;
    const url = await stage.link('rating', number);
    const page = await stage.phone(browser, url, { viewport: { width: 375, height: 603 } });
    await page.getByText('链接已停用').waitFor();
    const solved = { move: 'resolve', answers: { done: '重启了网站服务', place: 'remote' }, actor, round: null };
    const { verdict } = await records.perform({ number }, { ...solved, interaction: 'solved' });
    expect(verdict.verdict).toBe('done');
    await page.reload();
    await page.getByText('English').click();
    await shoot(page, 'rating-en');
    expect(await stage.seriousFaults(page)).toEqual([]);
    await page.getByText('中文').click();
    await page.getByText('不满意', { exact: true }).click();
    await page.getByLabel('意见和建议').fill('一周内第二次了');
    await shoot(page, 'rating');
    expect(await stage.seriousFaults(page)).toEqual([]);
    await submit(page);
    await thanks(page).waitFor();
    await shoot(page, 'rating-thanks');
    await fetch(url, { method: 'POST', body: new URLSearchParams({ score: '5' }) });
    const record = await records.load({ number });
    expect(record?.data).toMatchObject({ ratings: [{ score: 2, comment: '一周内第二次了', via: 'link', by: number }] });
  });
});
