import type { Browser, Locator, Page } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import type { Answered, Desk } from './desk.ts';

/** People at the console: one browser window each, operated with keys and clicks. */
export interface ConsoleDesk extends Desk {
  /** A person's window. */
  window(person: string): Promise<Page>;
  /** Browser errors: errors and warnings of their consoles. */
  readonly complaints: readonly string[];
}

/** Opens windows on the console at `url` as needed. */
export function consoleDesk(browser: Browser, url: string): ConsoleDesk {
  const windows = new Map<string, Promise<Page>>();
  const complaints: string[] = [];

  async function open(person: string): Promise<Page> {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(8_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${url}/console?as=${person}`);
    await page.locator('#command').waitFor();
    return page;
  }

  function windowOf(person: string): Promise<Page> {
    const known = windows.get(person) ?? open(person);
    windows.set(person, known);
    return known;
  }

  async function inSpace(person: string, space: string): Promise<Page> {
    const page = await windowOf(person);
    await page.locator(`a.space[data-space="${space}"]`).click();
    return page;
  }

  const quality = () => inSpace('zheng-kai', 'quality');

  return {
    complaints,
    window: windowOf,
    async say(person, text) {
      const page = await windowOf(person);
      await page.locator('#command').fill(text);
      await answered(page, () => page.keyboard.press('Enter'));
    },
    async formTitle(person) {
      return (
        (await dialogOf(await windowOf(person))
          .locator('#form-title')
          .textContent()) ?? ''
      );
    },
    async formText(person) {
      return (await dialogOf(await windowOf(person)).textContent()) ?? '';
    },
    async fill(person, answers) {
      const page = await windowOf(person);
      const dialog = dialogOf(page);
      await fillIn(dialog, answers);
      await answered(page, () => dialog.locator('button[type=submit]').click());
      const wrong = dialog.locator('[data-wrong]');
      return (await dialog.isVisible()) ? (await wrong.allTextContents()).join('\n') : '';
    },
    async press(person, number, button) {
      const page = await windowOf(person);
      const card = page.locator('article.card').filter({ hasText: number });
      const found = card.getByRole('button', { name: button, exact: true }).last();
      await answered(page, () => found.click());
    },
    async told(person) {
      const page = await windowOf(person);
      const toasts = await page.locator('.toast').allTextContents();
      const cards = await page.locator('.message.private').allTextContents();
      return [...cards, ...toasts].join('\n');
    },
    async toldSoFar(person) {
      const page = await windowOf(person);
      return (await page.locator('.message.private').allTextContents()).join('\n');
    },
    async channel() {
      const page = await quality();
      return eventually(async () => {
        const texts = await page.locator('article.card').allTextContents();
        if (texts.length === 0) throw new Error('the channel is empty');
        return texts;
      });
    },
    async directMessage(person) {
      const page = await windowOf(person);
      return (await page.locator('li.message:not(.private) article.card').last().textContent()) ?? '';
    },
  };
}

const dialogOf = (page: Page): Locator => page.locator('dialog[open]').filter({ has: page.locator('form.form') });

/** Waits for the bot's answer to an action, and for the page to have shown it. */
async function answered(page: Page, act: () => Promise<void>): Promise<void> {
  const response = page.waitForResponse((one) => one.url().includes('/console/api/interactions'));
  await act();
  await (await response).finished();
}

async function fillIn(dialog: Locator, answers: Answered): Promise<void> {
  for (const [name, answer] of Object.entries(answers)) {
    const field = dialog.locator(`[data-name="${name}"]`);
    if ((await field.locator('select').count()) > 0) {
      await field.locator('select').selectOption(typeof answer === 'string' ? answer : [...answer]);
    } else if ((await field.locator('input[type=radio], input[type=checkbox]').count()) > 0) {
      for (const value of [answer].flat()) await field.locator(`input[value="${value}"]`).check();
    } else {
      await field.locator('input, textarea').fill(String(answer));
    }
  }
}
