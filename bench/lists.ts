import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pino } from 'pino';
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { openGround } from './ground.ts';
import { figure, load, type Row } from './measure.ts';
import { seed } from './seed.ts';
import { openSender } from './send.ts';
import { slash } from './slack-requests.ts';

/** A Monday in Beijing: at 08:30 people are reminded, at 09:00 the digest of the week is due. */
const REMINDING = new Date('2026-12-14T00:30:30Z');
const DIGEST = new Date('2026-12-14T01:00:30Z');

/** The weekly digest and the first page of a list, over this many open findings, with the longest block of the event loop. */
export async function measureLists(sizes: readonly number[]): Promise<Row[]> {
  const ground = await openGround('slack');
  const rows: Row[] = [];
  try {
    for (const size of sizes) {
      const uri = process.env.MONGODB_URI ? `${process.env.MONGODB_URI}-${size}` : ground.uri();
      await seed(uri, ground.orgFile, 'issued', size);
      let now = new Date('2026-12-13T22:00:00Z');
      const config = readConfig({ PORT: '0', ORG_FILE: ground.orgFile, MONGODB_URI: uri, ...ground.slack });
      const app = await createApp({ config, log: pino({ level: 'silent' }), clock: { now: () => now } });
      now = REMINDING;
      rows.push(await watched(`the morning's reminders over ${size} open findings`, () => app.sweep()));
      now = DIGEST;
      rows.push(await watched(`weekly digest over ${size} open findings`, () => app.sweep(), size));
      now = new Date();
      const sender = openSender(`${app.url}/slack/events`, 1);
      const page = () => load(1, 20, () => sender.send(slash('li-na', 'list')));
      rows.push(await watched(`20 first pages of a list over ${size} open findings`, page));
      await sender.close();
      await app.stop();
    }
    return rows;
  } finally {
    await ground.stop();
  }
}

/** How long a piece of work takes, and the longest that it holds others up. */
export async function watched(
  what: string,
  work: () => Promise<unknown>,
  size = 0,
  goal = '< 1 s; < 50 ms',
): Promise<Row> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  await work();
  const took = performance.now() - start;
  delay.disable();
  const block = delay.max / 1e6;
  return figure(what, `${Math.round(took)} ms, longest block ${Math.round(block)} ms`, size === 10_000 ? goal : '');
}
