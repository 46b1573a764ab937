import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { drawPicture } from '../../../src/charts/draw-picture.ts';
import { isEmptyChart } from '../../../src/charts/fit-chart.ts';
import type { Card, Chart } from '../../../src/chat/card.ts';
import { html, type Markup } from '../../../src/html.ts';
import { nameOf } from '../../../src/org/organisation.ts';
import type { Sample } from '../../renderers/sample.ts';
import { userIdOf } from '../../renderers/seats.ts';
import { showOnFeishu, showOnSlack } from '../../renderers/show.ts';
import { testOrganisation } from '../../support/organisation.ts';
import { feishuCard } from './feishu-html.ts';
import { type Names, slackHome, slackMessage, slackView } from './slack-html.ts';

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
  if (platform === 'feishu') return feishuCard(showOnFeishu(shown, locale), names);
  if (drawn === 'slack-pictures' && shown.kind === 'card') return withPictures(shown.card, locale, names);
  const taken = showOnSlack(shown, locale);
  if (taken.kind === 'home') return slackHome(taken.home, names, locale);
  return taken.kind === 'message' ? slackMessage(taken.message, names, '10:02') : slackView(taken.view, names);
}

/** A message as it is where charts are uploaded as pictures. */
async function withPictures(card: Card, locale: Sample['locale'], names: Names): Promise<Markup> {
  const files = new Map<Chart, string>();
  const addresses = new Map<string, string>();
  for (const chart of card.blocks.filter((block) => block.kind === 'chart')) {
    const picture = isEmptyChart(chart) ? null : await drawPicture(chart, locale);
    if (!picture) continue;
    const id = `F0000000${files.size}`;
    files.set(chart, id);
    addresses.set(id, `data:image/png;base64,${picture.toString('base64')}`);
  }
  const taken = showOnSlack({ kind: 'card', card }, locale, { as: 'pictures', files });
  if (taken.kind !== 'message') throw new Error('a card is a message');
  return slackMessage(taken.message, names, '10:02', (id) => addresses.get(id) ?? '');
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
