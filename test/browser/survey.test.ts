import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Locale } from '../../src/i18n/locale.ts';
import { translate } from '../../src/i18n/translate.ts';
import { canBrowse, openBrowser } from '../support/browser.ts';
import { openReportStage, type ReportStage } from './service-report-stage.ts';
import { invitation, inviteTo } from './survey-stage.ts';

const shots = process.env.SHOTS;
const shoot = async (page: Page, name: string, fullPage = true) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage });
};
/** What is left of a phone's screen in WeChat's own view. */
const inWeChat = { viewport: { width: 375, height: 603 } };
/** Answers of the policy's questionnaire, in the page's words. */
const wordsOf = (locale: Locale) => ({
  good: translate(locale, 'satisfaction.score.4'),
  best: translate(locale, 'satisfaction.score.5'),
  send: translate(locale, 'survey.page.send'),
  again: translate(locale, 'survey.page.sendAgain'),
  change: translate(locale, 'survey.page.change'),
  thanks: translate(locale, 'survey.page.thanks'),
  offline: translate(locale, 'page.kept'),
  ...(locale === 'en'
    ? { met: 'Yes', comment: 'Comments and suggestions', said: 'Quicker at night, please' }
    : { met: '达到', comment: '意见和建议', said: '夜间响应可以更快' }),
});

describe.skipIf(!canBrowse())('the page of a survey at the size of WeChat’s view', () => {
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

  const rate = async (page: Page, word: string) => {
    const groups = page.locator('form fieldset:has(.stars)');
    for (let place = 0; place < (await groups.count()); place += 1) {
      await groups.nth(place).getByText(word, { exact: true }).click();
    }
  };

  test.each([
    ['zh-CN', '2026-12'],
    ['en', '2027-01'],
  ] as const)(
    'is read and answered in %s, keeps what was chosen while offline, and lets it be changed',
    async (locale, month) => {
      const say = wordsOf(locale);
      const url = await inviteTo(stage, month);
      const page = await stage.phone(browser, `${url}?lang=${locale}`, { ...inWeChat, locale });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
      await shoot(page, `survey-top-${locale}`, false);
      await shoot(page, `survey-${locale}`);
      expect(await stage.seriousFaults(page)).toEqual([]);

      await rate(page, say.good);
      await page.getByText(say.met, { exact: true }).first().click();
      await page.getByLabel(say.comment).first().fill(say.said);
      await page.reload();
      expect(await page.getByLabel(say.comment).first().inputValue()).toBe(say.said);
      await page.context().setOffline(true);
      const button = page.getByRole('button', { name: say.send });
      await button.click();
      await page.getByText(say.offline).waitFor();
      await shoot(page, `survey-offline-${locale}`, false);
      expect(await stage.seriousFaults(page)).toEqual([]);
      expect((await invitation(stage, month)).moves).not.toContain('answer');
      await page.context().setOffline(false);
      await page.getByText(say.thanks).waitFor();
      await shoot(page, `survey-receipt-${locale}`, false);
      expect(await stage.seriousFaults(page)).toEqual([]);
      const first = await invitation(stage, month);
      expect(first.data.parts.map(({ answers }) => answers?.ratings.overall)).toEqual([4, 4]);
      expect(first.data.parts[0]?.answers?.texts.comment).toBe(say.said);
      expect(await page.evaluate('localStorage.length')).toBe(0);

      await page.getByText(say.change).click();
      await rate(page, say.best);
      await page.getByRole('button', { name: say.again }).dblclick();
      await page.getByText(say.thanks).waitFor();
      await expect
        .poll(async () => (await invitation(stage, month)).moves.filter((move) => move === 'answer').length)
        .toBe(2);
      const { data } = await invitation(stage, month);
      expect(data.parts.map(({ answers }) => answers?.ratings.overall)).toEqual([5, 5]);
    },
  );

  test('says at the top and at each question what is missing', async () => {
    const url = await inviteTo(stage, '2027-02');
    const page = await stage.phone(browser, url, inWeChat);
    await page.evaluate("document.querySelector('form').noValidate = true");
    await page.getByRole('button', { name: translate('zh-CN', 'survey.page.send') }).click();
    await page.getByText(translate('zh-CN', 'survey.page.problems')).waitFor();
    await shoot(page, 'survey-missing', false);
    await shoot(page, 'survey-missing-whole');
    expect(await page.locator('.wrong').count()).toBe(10);
    expect(await stage.seriousFaults(page)).toEqual([]);
  });
});
