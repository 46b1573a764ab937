import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { html, type Markup } from '../../../adapters/console/html.ts';
import { nameOf } from '../../../src/org/organisation.ts';
import type { Sample } from '../../renderers/sample.ts';
import { userIdOf } from '../../renderers/seats.ts';
import { showOnFeishu, showOnSlack } from '../../renderers/show.ts';
import { testOrganisation } from '../../support/organisation.ts';
import { feishuCard } from './feishu-html.ts';
import { type Names, slackMessage, slackView } from './slack-html.ts';

/** The platforms whose clients are drawn here; the console draws itself. */
export type Drawn = 'slack' | 'feishu';

const { people } = testOrganisation();

/** Names by user id, in the language of the card. */
function namesIn(locale: Sample['locale'], platform: Drawn): Names {
  const names = new Map(people.map(({ id, name }) => [userIdOf(id, platform), nameOf(name, locale)]));
  return (userId) => names.get(userId) ?? userId;
}

function draw({ on, locale }: Sample, platform: Drawn): Markup {
  const names = namesIn(locale, platform);
  const shown = on(platform);
  if (platform === 'feishu') return feishuCard(showOnFeishu(shown, locale), names);
  const taken = showOnSlack(shown, locale);
  return taken.kind === 'message' ? slackMessage(taken.message, names, '10:02') : slackView(taken.view, names);
}

/** A page to take pictures in, so many times as fine as a plain screen. */
export async function openStudio(browser: Browser, deviceScaleFactor: number): Promise<Page> {
  return browser.newPage({ deviceScaleFactor });
}

/** Takes the picture of a sample as a platform's client would show it. */
export async function takePicture(page: Page, sample: Sample, platform: Drawn, path: string): Promise<void> {
  const style = await readFile(new URL('style.css', import.meta.url), 'utf8');
  await page.setContent(html`<!doctype html><meta charset="utf-8"><body>${draw(sample, platform)}</body>`.toString());
  await page.addStyleTag({ content: style });
  await page.locator('body').screenshot({ path });
}
