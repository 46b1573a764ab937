import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import mongoose from 'mongoose';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { sharedSecret } from '../../src/files/secret-repository.ts';
import { createLinkSigner } from '../../src/pages/customer-link.ts';
import { createCustomerLinks } from '../../src/pages/customer-link-repository.ts';
import { type ServiceReportData, serviceReportData } from '../../src/quality/service-report/service-report-data.ts';
import type { RecordOf } from '../../src/records/shape/record.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';

const engineer = 'huang-tao';

/** The whole bot with a service report in it, and phones that open its page. */
export interface ReportStage {
  readonly scene: WholeBot;
  /** Writes a report, hands it to the customer, and gives its number with the address of the page. */
  handOver(
    way: 'giveLink' | 'signHere',
    said?: Readonly<Record<string, string>>,
  ): Promise<{ number: string; url: string }>;
  /** A link to another page, given by the service desk. */
  link(purpose: string, number: string): Promise<string>;
  report(number: string): Promise<RecordOf<ServiceReportData>>;
  /** A phone on a page. What it complains of, and what it asks of anybody else, is kept. */
  phone(browser: Browser, url: string, options?: BrowserContextOptions): Promise<Page>;
  readonly complaints: string[];
  /** Faults that axe-core calls serious or critical. */
  seriousFaults(page: Page): Promise<string[]>;
  stop(): Promise<void>;
}

/** Starts the bot with the console, over the sample organisation. */
export async function openReportStage(): Promise<ReportStage> {
  const scene = await openWholeBot({}, await readFile('org.sample.yaml', 'utf8'));
  const connection = await mongoose.createConnection(scene.mongoUri).asPromise();
  const signer = createLinkSigner(await sharedSecret(connection, 'customer-links'));
  const links = createCustomerLinks(connection, signer, scene.clock);
  const complaints: string[] = [];
  let count = 0;
  const actor = { kind: 'person', id: engineer, via: 'console' } as const;

  return {
    scene,
    complaints,
    async handOver(way, said = {}) {
      count += 1;
      const { records, url } = scene.app;
      const answers = {
        title: '三号线 A 口闸机读卡器更换',
        project: 'metro-3',
        contact: '钱明',
        engineer,
        started: '08:10',
        ended: '08:55',
        done: '更换了 3 号闸机的读卡器，试刷 20 次全部正常。\n旧读卡器已交客户仓库。',
        ...said,
      };
      const created = await records.create({ type: 'serviceReport', answers, actor, origin: `written-${count}` });
      if (created.verdict !== 'created') throw new Error(JSON.stringify(created.errors));
      const { number } = created.record;
      const request = { move: way, answers: {}, actor, interaction: `given-${count}`, round: null };
      const { verdict } = await records.perform({ number }, request);
      if (verdict.verdict !== 'done') throw new Error(verdict.verdict);
      const purpose = way === 'giveLink' ? 'serviceReport' : 'serviceReportHere';
      const wish = { purpose, number, contactId: 'qian-ming', key: `given-${count}`, madeBy: engineer, days: 14 };
      const { token } = await links.issue(wish);
      return { number, url: `${url}/c/${token}` };
    },
    async link(purpose, number) {
      const wish = { purpose, number, contactId: 'qian-ming', key: 'given', madeBy: 'xu-fang', days: 14 };
      return `${scene.app.url}/c/${(await links.issue(wish)).token}`;
    },
    async report(number) {
      const record = await scene.app.records.load({ number });
      if (!record) throw new Error(`no ${number}`);
      return { ...record, data: serviceReportData.parse(record.data) };
    },
    async phone(browser, url, options = {}) {
      const context = await browser.newContext({
        locale: 'zh-CN',
        viewport: { width: 360, height: 740 },
        hasTouch: true,
        isMobile: true,
        ...options,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(8_000);
      page.on('console', (message) => {
        if (
          ['error', 'warning'].includes(message.type()) &&
          !/ERR_INTERNET_DISCONNECTED|422|410/.test(message.text())
        ) {
          complaints.push(message.text());
        }
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        const asked = request.url();
        if (!asked.startsWith(scene.app.url) && !asked.startsWith('data:')) complaints.push(`asked ${asked}`);
      });
      page.on('dialog', (dialog) => {
        complaints.push(`dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.goto(url);
      return page;
    },
    async seriousFaults(page) {
      // By the debugger's door: the page's own policy lets no script in.
      const session = await page.context().newCDPSession(page);
      // What is still fading in has no contrast yet.
      const shown = 'Promise.allSettled(document.getAnimations().map(({ finished }) => finished))';
      const expression = `${axe.source}\n${shown}.then(() => axe.run(document)).then(({violations}) => JSON.stringify(violations.filter(({impact}) => impact === 'serious' || impact === 'critical').map(({id, nodes}) => id + ': ' + nodes.map(({html}) => html).join(' | '))))`;
      const { result } = await session.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      await session.detach();
      return JSON.parse(String(result.value)) as string[];
    },
    async stop() {
      await connection.close();
      await scene.stop();
    },
  };
}

/** Signs in the box with the mouse, as a finger would. */
export async function sign(page: Page): Promise<void> {
  const canvas = page.locator('canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('nowhere to sign');
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(0.2, 0.5));
  await page.mouse.down();
  for (const [x, y] of [
    [0.3, 0.2],
    [0.35, 0.8],
    [0.5, 0.3],
    [0.6, 0.7],
  ] as const) {
    await page.mouse.move(...at(x, y), { steps: 8 });
  }
  await page.mouse.up();
}
