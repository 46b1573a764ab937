import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { canBrowse, openBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { type BrowserPage, openBrowserPage, toneCard } from '../worlds/browser-page.ts';

describe.skipIf(!canBrowse())('the console in a browser', () => {
  let browser: Browser;
  let stage: BrowserPage;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    stage = await openBrowserPage();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await stage.close();
    const complained = complaints.splice(0);
    if (complained.length > 0) throw new Error(`the browser complained: ${complained.join('; ')}`);
  });

  /** A window of its own; what the browser complains of fails the test. */
  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 860 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(8_000);
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(stage.url + path);
    return page;
  }

  const focused = (page: Page) => page.locator(':focus').getAttribute('id');

  test('lets the visitor choose whom to be, and be two people in two windows', async () => {
    const page = await open('/');
    await page.getByRole('searchbox').fill('质量工程师');
    expect(await page.locator('.person-choice:visible').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.getByText('周敏', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('as')).toBe('zhou-min');
    const other = await open('/console?as=tom');
    await other.getByText('Tom Becker', { exact: true }).waitFor();
    await page.reload();
    await page.getByText('周敏', { exact: true }).waitFor();
  });

  test('opens a form by a command, keeps it with its errors, and closes it when it is right', async () => {
    const page = await open('/console?as=wang-fang&space=quality');
    await page.getByLabel('命令', { exact: true }).fill('/finding new');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '报告不符合' });
    await dialog.getByLabel('地点').fill('三号机房');
    await dialog.getByLabel('影响时长').fill('很久');
    await dialog.getByRole('button', { name: '提交' }).click();
    await dialog.getByText('请写明看到了什么。').waitFor();
    await dialog.getByText('请填写数字，例如 1.5。').waitFor();
    expect(await focused(page)).toBe('field-seen');
    expect(await dialog.getByLabel('地点').inputValue()).toBe('三号机房');
    await dialog.getByLabel('看到了什么').fill('两件备件没有登记');
    await dialog.getByLabel('严重不符合').check();
    await dialog.getByLabel('人员').check();
    await dialog.getByLabel('交付').check();
    await dialog.getByLabel('处理人').selectOption('tom');
    await dialog.getByLabel('发现日期').fill('2026-11-20');
    await dialog.getByLabel('影响时长').fill('1.5');
    await dialog.getByRole('button', { name: '提交' }).click();
    await page.getByText('已登记 FD-2026-0042').waitFor();
    expect(await dialog.isVisible()).toBe(false);
    expect(stage.received.at(-1)).toMatchObject({
      kind: 'submit',
      form: 'finding.new',
      userId: 'wang-fang',
      channel: 'quality',
      context: { source: 'console' },
      answers: {
        seen: '两件备件没有登记',
        where: '三号机房',
        nature: 'major',
        elements: ['people', 'delivery'],
        handler: 'tom',
        day: '2026-11-20',
        hours: 1.5,
      },
    });
  });

  test('is live in two windows: one reports, the other approves, both see it in place', async () => {
    const reporter = await open('/console?as=wang-fang&space=quality');
    const manager = await open('/console?as=li-na&space=operations');
    await manager.getByRole('link', { name: '运维管理' }).waitFor();
    await stage.adapter.post({ kind: 'channel', channel: 'quality' }, toneCard('action'), 'k', 'zh-CN');
    const card = reporter.locator('.card');
    await card.waitFor();
    await manager.getByRole('link', { name: '质量管理 有未读消息' }).click();
    await manager.getByRole('button', { name: '批准' }).click();
    await manager.getByText('已批准。').waitFor();
    await reporter.getByText('已由李娜批准').waitFor();
    expect(await reporter.locator('.card').count()).toBe(1);
    expect(await manager.locator('.card').count()).toBe(1);
    expect(await reporter.getByRole('button', { name: '批准' }).count()).toBe(0);
    expect(await manager.locator('.space .dot:visible').count()).toBe(0);
  });

  test('tells the wrong person why, and nobody else', async () => {
    const tom = await open('/console?as=tom&space=quality');
    const liNa = await open('/console?as=li-na&space=quality');
    await stage.adapter.post({ kind: 'channel', channel: 'quality' }, toneCard('action'), 'k', 'zh-CN');
    await tom.getByRole('button', { name: '批准' }).click();
    await tom.getByText('只有质量效能部经理可以审批这份报告。').waitFor();
    expect(await liNa.locator('.toast').count()).toBe(0);
  });

  test('asks before a press that cannot be taken back, and Esc means no', async () => {
    const page = await open('/console?as=li-na&space=quality');
    await stage.adapter.post({ kind: 'channel', channel: 'quality' }, toneCard('action'), 'k', 'zh-CN');
    const button = page.getByRole('button', { name: '退回' });
    await button.click();
    const dialog = page.getByRole('dialog', { name: '退回这份报告？' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(stage.received).toEqual([]);
    expect(await page.locator(':focus').textContent()).toBe('退回');
    await button.click();
    await dialog.getByRole('button', { name: '退回' }).click();
    await eventually(() => stage.received.length === 1);
    expect(stage.received[0]).toMatchObject({ kind: 'press', action: 'finding.return' });
  });

  test('marks a private answer, and shows it to one person only', async () => {
    const page = await open('/console?as=li-na&space=quality');
    const other = await open('/console?as=tom&space=quality');
    await page.getByLabel('命令', { exact: true }).fill('/finding list');
    await page.keyboard.press('Enter');
    await page.getByText('仅您可见').waitFor();
    await page.locator('.private').getByRole('button', { name: '打开' }).first().click();
    await eventually(() => stage.received.length === 2);
    expect(stage.received[1]).not.toHaveProperty('place');
    expect(await other.locator('.message').count()).toBe(0);
  });

  test('can be used by keyboard alone', async () => {
    const page = await open('/');
    await page.keyboard.type('li na');
    await page.keyboard.press('Enter');
    await page.waitForURL(/as=li-na/);
    await eventually(async () => (await focused(page)) === 'command');
    await page.keyboard.type('/fin');
    await page.getByRole('option', { name: '报告不符合' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '报告不符合' }).waitFor();
    await eventually(async () => (await focused(page)) === 'field-seen');
    await page.keyboard.press('Escape');
    await eventually(async () => (await focused(page)) === 'command');
    await page.keyboard.type('/finding new');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await eventually(async () => (await focused(page)) === 'field-seen');
    await page.keyboard.type('一件事');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: '放弃已填写的内容？' }).waitFor();
    await page.keyboard.press('Enter');
    await eventually(async () => (await focused(page)) === 'field-seen');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('已登记 FD-2026-0042').waitFor();
    expect(stage.received.at(-1)).toMatchObject({ kind: 'submit', direct: true, answers: { seen: '一件事' } });
  });

  test('shows where the focus is', async () => {
    const page = await open('/console?as=li-na');
    await page.keyboard.press('Shift+Tab');
    const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outline');
    expect(outline).toContain('solid 2px');
  });

  test('sends one interaction for a double press and a double submit', async () => {
    const page = await open('/console?as=wang-fang');
    await page.getByLabel('命令', { exact: true }).fill('/finding new');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('看到了什么').fill('x');
    await dialog.getByRole('button', { name: '提交' }).dblclick();
    await page.getByText('已登记 FD-2026-0042').waitFor();
    expect(stage.received.filter(({ kind }) => kind === 'submit')).toHaveLength(1);
  });

  test('sends the same interaction again when nobody knows whether it arrived', async () => {
    const page = await open('/console?as=wang-fang');
    await page.getByLabel('命令', { exact: true }).fill('/finding new');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('看到了什么').fill('x');
    // The request is carried out, and its answer is lost.
    await page.route(
      '**/console/api/interactions',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await dialog.getByRole('button', { name: '提交' }).click();
    await page.getByText('无法确认操作是否完成').waitFor();
    expect(await dialog.getByLabel('看到了什么').inputValue()).toBe('x');
    await dialog.getByRole('button', { name: '提交' }).click();
    await page.getByText('已登记 FD-2026-0042').waitFor();
    const ids = stage.received.filter(({ kind }) => kind === 'submit').map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(complaints.splice(0)).toEqual(['Failed to load resource: net::ERR_FAILED']);
  });

  test('fits a phone of 360 pixels, with the channels in a drawer and targets for a finger', async () => {
    const page = await open('/console?as=wang-fang&space=quality', {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    await stage.adapter.post({ kind: 'channel', channel: 'quality' }, toneCard('late'), 'k', 'zh-CN');
    await page.locator('.card').waitFor();
    const tooWide = () => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
    expect(await tooWide()).toBe(false);
    const heights = await page
      .locator('button:visible, a.space:visible')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    await page.getByRole('button', { name: '打开会话列表' }).tap();
    await page.getByRole('link', { name: '运维管理' }).tap();
    await page.getByRole('heading', { name: '运维管理' }).waitFor();
    await page.getByRole('link', { name: '运维管理' }).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '常用命令' }).tap();
    await page.getByRole('option', { name: '报告不符合' }).tap();
    await page.getByRole('dialog', { name: '报告不符合' }).waitFor();
    expect(await tooWide()).toBe(false);
  });

  test('speaks both languages and changes from one to the other in place', async () => {
    const page = await open('/console?as=li-na&space=operations');
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'operations', level: 1 }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('link', { name: 'quality', exact: true }).click();
    await page.getByRole('link', { name: '中文' }).click();
    await page.getByRole('heading', { name: '质量管理', level: 1 }).waitFor();
  });

  test('keeps what was posted when it is opened again, and brings what came in between', async () => {
    const page = await open('/console?as=tom&space=quality');
    await stage.adapter.post({ kind: 'channel', channel: 'quality' }, toneCard('good'), 'k', 'zh-CN');
    await page.locator('.card').waitFor();
    await page.reload();
    expect(await page.locator('.card').count()).toBe(1);
    await page.getByRole('link', { name: 'qmbot' }).click();
    await stage.adapter.post({ kind: 'user', userId: 'tom' }, toneCard('late'), 'l', 'zh-CN');
    await page.locator('.card[data-tone="late"]').waitFor();
    await page.goBack();
    await page.locator('.card[data-tone="good"]').waitFor();
  });

  test('loses no card that is posted while its conversation is being fetched', async () => {
    const page = await open('/console?as=tom&space=operations');
    await page.route('**/console/api/conversation?*', async (route) => {
      const response = await route.fetch();
      await stage.adapter.post({ kind: 'channel', channel: 'quality' }, toneCard('late'), 'late', 'zh-CN');
      await page.locator('#announcer', { hasText: 'FD-2026-0042' }).waitFor({ state: 'attached' });
      await route.fulfill({ response });
    });
    await page.getByRole('link', { name: 'quality' }).click();
    await page.locator('.card[data-tone="late"]').waitFor();
    expect(await page.locator('.card').count()).toBe(1);
  });

  test('draws any text as text', async () => {
    const page = await open('/console?as=tom&space=quality');
    const nasty = '<img src=x onerror="document.title=1"></p><script>document.title=1</script>';
    const card = { ...toneCard('action'), title: nasty, summary: nasty };
    await stage.adapter.post({ kind: 'channel', channel: 'quality' }, card, 'k', 'zh-CN');
    await page.getByRole('heading', { name: nasty }).waitFor();
    expect(await page.locator('.card img, .card script').count()).toBe(0);
    expect(await page.title()).not.toBe('1');
  });
});
