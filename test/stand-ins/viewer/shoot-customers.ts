/**
 * Takes the guides' pictures of what has to do with customers into docs/images/guide, in both languages: the cards of those who serve them,
 * and customers' own pages from the bot that runs. `npx tsx test/stand-ins/viewer/shoot-customers.ts`
 */
import '../../support/speak.ts';

import type { Browser, Page } from 'playwright-core';
import { type Locale, locales } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { openReportStage, type ReportStage, sign } from '../../browser/service-report-stage.ts';
import { inviteTo } from '../../browser/survey-stage.ts';
import { queueSamples } from '../../renderers/call-back-samples.ts';
import { samples } from '../../renderers/samples.ts';
import { openBrowser } from '../../support/browser.ts';
import { stopTestServer } from '../../support/database.ts';
import { openStudio, takePicture } from './pictures.ts';

const folders = { en: 'en', 'zh-CN': 'zh-cn' } as const;
const pathOf = (locale: Locale, name: string) =>
  new URL(`../../../docs/images/guide/${folders[locale]}/${name}.png`, import.meta.url).pathname;

/** Each picture with the sample that it shows. */
const cards = [
  ['call-back', 'calls', 'next'],
  ['service-report', 'serviceReport.awaiting', 'personal'],
  ['signed-report', 'serviceReport.signed', 'personal'],
  ['project-survey', 'projectSurvey.collecting', 'personal'],
] as const;

async function shootCards(browser: Browser, locale: Locale): Promise<void> {
  const page = await openStudio(browser, 1);
  const shown = [...queueSamples('B 口通道门打不开'), ...samples];
  for (const [picture, name, as] of cards) {
    const sample = shown.find((each) => each.name === `${name}.${locale}` && each.as === as);
    if (!sample) throw new Error(`no sample ${name}, ${as}`);
    await takePicture(page, sample, 'feishu', pathOf(locale, picture));
  }
}

/** A report that a customer is about to sign, and the survey of a month, at the size of WeChat's view. */
async function shootPages(browser: Browser, stage: ReportStage, locale: Locale, month: string): Promise<void> {
  const phone = (url: string) =>
    stage.phone(browser, `${url}?lang=${locale}`, { viewport: { width: 375, height: 603 }, locale });
  const shoot = (page: Page, name: string) =>
    page.screenshot({ path: pathOf(locale, name), animations: 'disabled', style: '.state { display: none; }' });

  const { url } = await stage.handOver('giveLink');
  const report = await phone(url);
  await shoot(report, 'customer-report');
  await report.getByText(translate(locale, 'serviceReport.page.answer.signed'), { exact: true }).click();
  await sign(report);
  await report.locator('button[type=submit]').scrollIntoViewIfNeeded();
  await shoot(report, 'customer-signature');

  const survey = await phone(await inviteTo(stage, month));
  await survey.getByText(translate(locale, 'satisfaction.score.5'), { exact: true }).first().click();
  await shoot(survey, 'customer-survey');
}

const [browser, stage] = await Promise.all([openBrowser(), openReportStage()]);
try {
  for (const [at, locale] of locales.entries()) {
    await shootCards(browser, locale);
    await shootPages(browser, stage, locale, `2026-${11 + at}`);
  }
} finally {
  await browser.close();
  await stage.stop();
  await stopTestServer();
}
