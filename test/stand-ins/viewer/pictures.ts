import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { drawPicture } from '../../../src/charts/draw-picture.ts';
import { isEmptyChart } from '../../../src/charts/fit-chart.ts';
import type { Uploaded } from '../../../src/charts/picture-uploads.ts';
import type { Card } from '../../../src/chat/card.ts';
import { html, type Markup } from '../../../src/html.ts';
import { nameOf } from '../../../src/org/organisation.ts';
import type { Sample } from '../../renderers/sample.ts';
import { userIdOf } from '../../renderers/seats.ts';
import { showOnFeishu, showOnSlack, uploadedOf } from '../../renderers/show.ts';
import { testOrganisation } from '../../support/organisation.ts';
import { feishuCard } from './feishu-html.ts';
import { type Files, type Names, slackHome, slackMessage, slackView } from './slack-html.ts';

/** The platforms whose clients are drawn here, Slack also where it has no charts of its own; the console draws itself. */
export type Drawn = 'slack' | 'slack-pictures' | 'feishu';

const { people } = testOrganisation();

/** Names by user id, in the language of the card. */
function namesIn(locale: Sample['locale'], platform: 'slack' | 'feishu'): Names {
  const names = new Map(people.map(({ id, name }) => [userIdOf(id, platform), nameOf(name, locale)]));
  return (userId) => names.get(userId) ?? userId;
}

async function draw({ on, locale }: Sample, drawn: Drawn): Promise<Markup> {
  const platform = drawn === 'feishu' ? 'feishu' : 'slack';
  const names = namesIn(locale, platform);
  const shown = on(platform);
  if (drawn === 'slack-pictures' && shown.kind === 'card') return withPictures(shown.card, locale, names);
  const files = await filesOf(uploadedOf(shown), locale);
  if (platform === 'feishu') return feishuCard(showOnFeishu(shown, locale), names, files);
  const taken = showOnSlack(shown, locale);
  if (taken.kind === 'home') return slackHome(taken.home, names, locale);
  if (taken.kind === 'view') return slackView(taken.view, names);
  return slackMessage(taken.message, names, '10:02', files);
}

/** A message as it is where charts are uploaded as pictures. */
async function withPictures(card: Card, locale: Sample['locale'], names: Names): Promise<Markup> {
  const charts = card.blocks.filter((block) => block.kind === 'chart');
  const shown = charts.filter((chart) => !isEmptyChart(chart));
  const uploaded: Uploaded = new Map(shown.map((chart, at) => [chart, `F0000000${at}`]));
  const taken = showOnSlack({ kind: 'card', card }, locale, { as: 'pictures', files: uploaded });
  if (taken.kind !== 'message') throw new Error('a card is a message');
  return slackMessage(taken.message, names, '10:02', await filesOf(uploaded, locale));
}

/** Pictures drawn as they are uploaded, by what they are shown by. */
async function filesOf(uploaded: Uploaded, locale: Sample['locale']): Promise<Files> {
  const addresses = new Map<string, string>();
  for (const [picture, id] of uploaded) {
    const drawn = await drawPicture(picture, locale);
    if (drawn) addresses.set(id, `data:image/png;base64,${drawn.toString('base64')}`);
  }
  return (id) => addresses.get(id) ?? '';
}

/** Whether a sample has charts. */
export function hasCharts({ on }: Sample): boolean {
  const shown = on('slack');
  return shown.kind === 'card' && shown.card.blocks.some(({ kind }) => kind === 'chart');
}

/**
 * Has the library that Feishu's clients use draw the charts of a page. It is too large to be a dependency of ours:
 * VCHART names its file, `build/index.min.js` of the package `@visactor/vchart`. Without it a chart is a grey box.
 */
async function drawVCharts(page: Page): Promise<void> {
  const library = process.env.VCHART;
  if (!library || (await page.locator('.vchart').count()) === 0) return;
  await page.addScriptTag({ path: library });
  await page.evaluate(`for (const dom of document.querySelectorAll('.vchart')) {
    dom.textContent = '';
    new VChart.VChart({ ...JSON.parse(dom.dataset.spec), animation: false }, { dom }).renderSync();
  }`);
}

/** A page to take pictures in, so many times as fine as a plain screen. */
export async function openStudio(browser: Browser, deviceScaleFactor: number): Promise<Page> {
  return browser.newPage({ deviceScaleFactor });
}

/** Takes the picture of a sample as a platform's client would show it. */
export async function takePicture(page: Page, sample: Sample, platform: Drawn, path: string): Promise<void> {
  const style = await readFile(new URL('style.css', import.meta.url), 'utf8');
  await page.setContent(
    html`<!doctype html><meta charset="utf-8"><body>${await draw(sample, platform)}</body>`.toString(),
  );
  await page.addStyleTag({ content: style });
  if (platform === 'feishu') await drawVCharts(page);
  await page.locator('body').screenshot({ path });
}
