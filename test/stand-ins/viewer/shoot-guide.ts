/**
 * Takes the pictures of the guides into docs/images/guide, in both languages: cards as Slack and Feishu draw them, and the form
 * on a phone from the real console. `npx tsx test/stand-ins/viewer/shoot-guide.ts`
 */
import '../../support/speak.ts';

import { mkdir, readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { finding } from '../../../src/quality/finding/finding.ts';
import { findingWords } from '../../../src/quality/finding/words.ts';
import { drawCard } from '../../../src/records/card/draw-card.ts';
import type { Sample } from '../../renderers/sample.ts';
import { samples } from '../../renderers/samples.ts';
import { seated, viewOn } from '../../renderers/seats.ts';
import { openBrowser } from '../../support/browser.ts';
import { stopTestServer } from '../../support/database.ts';
import { type Finding, openPureEngine, type PureEngine } from '../../worlds/pure-engine.ts';
import { openWholeBot } from '../../worlds/whole-bot.ts';
import { type Drawn, openStudio, takePicture } from './pictures.ts';

const folders = { en: 'en', 'zh-CN': 'zh-cn' } as const;
type Language = keyof typeof folders;

const images = new URL('../../../docs/images/guide/', import.meta.url).pathname;
const pathOf = (locale: Language, name: string) => `${images}${folders[locale]}/${name}.png`;

/** Who reports in the console decides which language it speaks. */
const words = {
  en: {
    reporter: 'emily-carter',
    what: 'The door log of server room 3 lacks three days; the handover sheet does not mention it.',
    where: 'Server room 3',
    title: 'Door log incomplete',
    criterion: 'Server room rules, 4.2',
    reason: 'The supplier sends the door system’s export next week; without it the cause cannot be told.',
  },
  'zh-CN': {
    reporter: 'huang-tao',
    what: '3号机房门禁记录缺了三天，交接单上也没有说明。',
    where: '3号机房',
    title: '门禁记录缺失',
    criterion: '机房管理规定 4.2',
    reason: '门禁厂商的导出记录下周才能拿到，没有它说不清原因。',
  },
} as const;

/** A finding that its department has taken on, and whose handler asks for more time. */
function askedForMore(desk: PureEngine, reported: Finding, locale: Language): Finding {
  const { title, criterion, reason } = words[locale];
  const issue = { title, kind: 'minor', department: 'omd', criterion, source: 'spotCheck' };
  const issued = desk.make(reported, 'chen-jing', 'issue', issue);
  const assigned = desk.make(issued, 'wang-lei', 'assign', { handler: 'liu-yang' });
  const taken = desk.make(assigned, 'liu-yang', 'confirm');
  return desk.make(taken, 'liu-yang', 'askExtension', { day: '2026-12-07', reason });
}

/** A finding's card as the quality department gets it: a new one, or one with a wish for more time. */
function cardOf(picture: 'triage' | 'approval', locale: Language): Sample {
  const org = seated();
  const desk = openPureEngine(org);
  const { what, where } = words[locale];
  const reported = desk.report('huang-tao', { what, where });
  const isNew = picture === 'triage';
  const record = isNew ? reported : askedForMore(desk, reported, locale);
  const lead = { key: isNew ? findingWords.lead.reported : 'record.duty.extension' } as const;
  return {
    name: picture,
    as: 'personal',
    locale,
    on(platform) {
      const view = viewOn(platform, { org, locale, viewer: 'chen-jing' });
      return { kind: 'card', card: drawCard(finding, record, view, { as: 'personal', lead }) };
    },
  };
}

async function shootCards(browser: Browser, locale: Language): Promise<void> {
  const page = await openStudio(browser, 1.1);
  for (const picture of ['triage', 'approval'] as const) {
    await takePicture(page, cardOf(picture, locale), 'feishu', pathOf(locale, picture));
  }
  const shoot = async (picture: string, as: string, drawn: Drawn) => {
    const sample = samples.find((each) => each.name === `${picture}.${locale}` && each.as === as);
    if (!sample) throw new Error(`no sample ${picture}, ${as}`);
    await takePicture(page, sample, drawn, pathOf(locale, picture));
  };
  await shoot('digest', 'weekly', 'slack-pictures');
  await shoot('list', 'one page', 'slack');
  await shoot('home', 'home', 'slack');
}

async function shootForm(browser: Browser, locale: Language): Promise<void> {
  const scene = await openWholeBot({}, await readFile('org.sample.yaml', 'utf8'));
  const { reporter, what, where } = words[locale];
  try {
    const phone = await browser.newPage({ viewport: { width: 390, height: 780 }, deviceScaleFactor: 1.5, locale });
    await phone.goto(`${scene.app.url}/console?as=${reporter}`);
    await phone.locator('#command').fill('/finding new');
    await phone.keyboard.press('Enter');
    await phone.locator('dialog[open] textarea').first().fill(what);
    await phone.locator('dialog[open] input[type=text]').first().fill(where);
    await phone.screenshot({ path: pathOf(locale, 'form'), animations: 'disabled' });
  } finally {
    await scene.stop();
  }
}

const browser = await openBrowser();
try {
  for (const locale of ['en', 'zh-CN'] as const) {
    await mkdir(`${images}${folders[locale]}`, { recursive: true });
    await shootCards(browser, locale);
    await shootForm(browser, locale);
  }
} finally {
  await browser.close();
  await stopTestServer();
}
