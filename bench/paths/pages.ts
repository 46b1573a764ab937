import { randomUUID } from 'node:crypto';
import { setInterval as every } from 'node:timers/promises';
import mongoose from 'mongoose';
import { Pool } from 'undici';
import { sharedSecret } from '../../src/files/secret-repository.ts';
import { createLinkSigner } from '../../src/pages/customer-link.ts';
import { createCustomerLinks } from '../../src/pages/customer-link-repository.ts';
import { recordTypes } from '../../src/quality/index.ts';
import { createRegistry } from '../../src/records/registry.ts';
import { createRecordRepository } from '../../src/records/store/record-repository.ts';
import { openReportDesk, reportIn } from '../../test/quality/service-report/report-in.ts';
import { here } from '../ground/checkout.ts';
import { openGround } from '../ground/open-ground.ts';
import { type Load, load } from '../measure/load.ts';
import { rowOf } from '../report/row.ts';
import type { Path } from './path.ts';

const FLOOD_PER_SECOND = 1_000;
const FLOOD_SECONDS = 5;
const FLOOD_CONNECTIONS = 50;
const VISITS = 300;
const MOST_KILOBYTES = 60;

/** The weight of a customer's page with all it loads, and how fast it loads: on an idle server, and while one address floods it. */
export const pages: Path = {
  name: 'pages',
  about: 'a customer’s page, alone and while one address floods the server',
  inQuick: false,
  async measure() {
    const setup = await openGround(here);
    try {
      const uri = setup.uri();
      const bot = await setup.startBot({ MONGODB_URI: uri, TRUST_PROXY: '127.0.0.1' });
      const path = await reportPage(uri);
      const visitors = openVisitors(bot.said, 1);
      const flooders = openVisitors(bot.said, FLOOD_CONNECTIONS);
      const kilobytes = await weightOf(path, (one) => visitors.ask(one, '198.51.100.1'));
      const visits = () => visit(path, visitors);
      await visits();
      const alone = await visits();
      const flood = openFlood(() => flooders.ask(path, '203.0.113.7'));
      const crowded = await visits();
      const { rate, served, refused } = await flood;
      await Promise.all([visitors.close(), flooders.close(), bot.stop()]);
      const flooded = `while one address asks ${Math.round(rate)} times a second`;
      const row = (what: string, unit: string, value: number) => rowOf('pages', { what, unit, now: [value] });
      return [
        rowOf('pages', {
          what: 'a service report’s page with its style and script',
          unit: 'kB',
          now: [kilobytes],
          aim: { of: 'now', atMost: MOST_KILOBYTES },
        }),
        row('a page opened, nobody else asking: p99', 'ms', alone.p99),
        row(`a page opened, ${flooded}: p99`, 'ms', crowded.p99),
        row('of that flood, served', 'answers', served),
        row('of that flood, refused (429)', 'answers', refused),
      ];
    } finally {
      await setup.stop();
    }
  },
};

/** Every visitor must be served: a rejection aborts the measurement. */
async function visit(path: string, visitors: ReturnType<typeof openVisitors>): Promise<Load> {
  const visited = await load(1, VISITS, async (turn) => {
    const { status } = await visitors.ask(path, `198.51.${turn % 100}.${turn % 250}`);
    if (status !== 200) throw new Error(`a visitor was answered ${status}`);
  });
  if (visited.failed > 0) throw new Error(`${visited.failed} visitors were not served`);
  return visited;
}

/** A visitor. The proxy in front of the bot passes on the address. */
function openVisitors(url: string, connections: number) {
  const pool = new Pool(url, { connections });
  return {
    async ask(path: string, address: string) {
      const headers = { 'x-forwarded-for': address };
      const { statusCode: status, body } = await pool.request({ method: 'GET', path, headers });
      return { status, text: await body.text() };
    },
    close: () => pool.close(),
  };
}

/** Hands a service report to a customer; returns the page's path. */
async function reportPage(uri: string): Promise<string> {
  const connection = await mongoose.createConnection(uri).asPromise();
  try {
    const report = { ...reportIn(openReportDesk(), 'awaiting'), id: randomUUID(), effects: [] };
    const inserted = await createRecordRepository(connection, createRegistry(recordTypes)).insert([
      { record: report, nextAt: report.createdAt },
    ]);
    if (inserted !== 1) throw new Error('the report is there already');
    const signer = createLinkSigner(await sharedSecret(connection, 'customer-links'));
    const page = { purpose: 'serviceReport', number: report.number, contactId: 'qian-ming', madeBy: null, days: 14 };
    const { token } = await createCustomerLinks(connection, signer, { now: () => new Date() }).issue({
      ...page,
      key: 'bench',
    });
    return `/c/${token}`;
  } finally {
    await connection.close();
  }
}

async function weightOf(path: string, ask: (path: string) => Promise<{ readonly text: string }>): Promise<number> {
  const { text } = await ask(path);
  const loaded = [...text.matchAll(/(?:href|src)="(\/c-assets\/[^"]+)"/g)].flatMap(([, one = '']) => [one]);
  if (loaded.length === 0) throw new Error('the page loads nothing');
  const parts = await Promise.all(loaded.map(async (one) => (await ask(one)).text));
  return [text, ...parts].reduce((sum, part) => sum + Buffer.byteLength(part), 0) / 1024;
}

/** Sends requests at a steady rate, without waiting for responses. */
async function openFlood(ask: () => Promise<{ readonly status: number }>) {
  const asked: Promise<{ readonly status: number }>[] = [];
  const start = performance.now();
  for await (const _tick of every(10)) {
    const seconds = (performance.now() - start) / 1000;
    if (seconds >= FLOOD_SECONDS) break;
    while (asked.length < seconds * FLOOD_PER_SECOND) asked.push(ask());
  }
  const answers = await Promise.all(asked);
  const count = (status: number) => answers.filter((one) => one.status === status).length;
  const rate = answers.length / ((performance.now() - start) / 1000);
  return { rate, served: count(200), refused: count(429) };
}
