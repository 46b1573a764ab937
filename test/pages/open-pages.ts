import mongoose from 'mongoose';
import { pino } from 'pino';
import { createHttp } from '../../src/http/create-http.ts';
import { registerPages } from '../../src/http/serve-pages.ts';
import { createAnswerPage, createRefusePage } from '../../src/pages/answer-page.ts';
import { createLinkSigner } from '../../src/pages/customer-link.ts';
import { customerLinkModel } from '../../src/pages/customer-link-model.ts';
import { createCustomerLinks, type LinkRequest } from '../../src/pages/customer-link-repository.ts';
import { loadAssets } from '../../src/pages/load-assets.ts';
import { networkOf } from '../../src/pages/mask-address.ts';
import type { PageHandler } from '../../src/pages/page-handler.ts';
import { openTestDatabase } from '../support/database.ts';

export const MADE = new Date('2026-11-23T02:00:00Z');

/** The room for pages with a handler of the test's, on a real HTTP front. */
export async function openPages(handler: PageHandler, options: { perMinute?: number; trustProxy?: string } = {}) {
  const database = await openTestDatabase();
  const connection = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
  await customerLinkModel(connection).createIndexes();
  let now = MADE;
  const clock = { now: () => now };
  const links = createCustomerLinks(connection, createLinkSigner(Buffer.from('secret')), clock);
  const { paths, assets } = await loadAssets();
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const http = createHttp({ log, ready: async () => true, trustProxy: options.trustProxy });
  registerPages(http, {
    answer: createAnswerPage({
      links,
      handlers: [handler],
      assets: paths,
      clock,
      base: () => 'https://qm.example.com',
    }),
    refuse: createRefusePage(paths),
    assets,
    networkOf,
    log,
    ...(options.perMinute !== undefined && { perMinute: options.perMinute }),
  });
  const url = await http.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    links,
    logged,
    at(instant: string) {
      now = new Date(instant);
    },
    async link(wish: Partial<LinkRequest> = {}) {
      const base = { purpose: handler.purpose, number: 'SR-2026-0001', contactId: null, madeBy: null, days: 14 };
      const { token } = await links.issue({ ...base, key: 'first', ...wish });
      return `${url}/c/${token}`;
    },
    async stop() {
      await http.close();
      await connection.close();
      await database.stop();
    },
  };
}
