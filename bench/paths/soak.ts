import { setInterval as every } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { here } from '../ground/checkout.ts';
import { openGround } from '../ground/open-ground.ts';
import { withOpened } from '../ground/opened.ts';
import { seed } from '../ground/seed.ts';
import { openSender } from '../ground/send.ts';
import { untilSent } from '../ground/settle.ts';
import { press, slash } from '../ground/slack-requests.ts';
import { memoryOf } from '../measure/processes.ts';
import { percentile } from '../measure/statistics.ts';
import { type Row, rowOf } from '../report/row.ts';

/** What people do each second. */
const LOOKS = 15;
const FORMS = 4;
const looks = ['list', 'mine', 'overdue', 'search 蓄电池', 'help'];
/** One decision in this many is on a record with two posted cards: Slack allows a workspace fifty updates a minute. */
const CARDS_EVERY = 4;
/** The first minutes are warm-up; the comparison begins after them. */
const WARM_MINUTES = 5;
const EMPTY_WITHIN_MS = 60_000;
/** How much more memory or time the last minutes may take than those after the warm-up. */
const FLAT = 1.1;
const FLAT_P99 = 1.5;

interface Minute {
  readonly bot: number;
  readonly database: number;
  readonly p99: number;
  readonly failed: number;
}

/** A busy day's load for the given minutes: memory and latency must stay flat, and every message due must be sent. */
export const soak = (minutes: number, say: (line: string) => void): Promise<Row[]> =>
  withOpened(async ({ keep, keepOpen }) => {
    const setup = keep(await openGround(here));
    const uri = setup.uri();
    const bot = keep(await setup.startBot({ MONGODB_URI: uri }));
    const seconds = Math.ceil(minutes * 60);
    const plain = await seed(setup, uri, { stand: 'submitted', count: seconds });
    const withCards = await seed(setup, uri, {
      stand: 'submitted',
      count: Math.ceil(seconds / CARDS_EVERY),
      cards: true,
    });
    const decided = plain.map((one, at) => (at % CARDS_EVERY === 0 ? (withCards[at / CARDS_EVERY] ?? one) : one));
    const sender = keepOpen(openSender(`${bot.said}/slack/events`, 64));
    const client = keepOpen(await MongoClient.connect(uri));
    const { url } = setup.platform;
    let took: number[] = [];
    let failed = 0;
    const send = async (request: Parameters<typeof sender.send>[0]) => {
      const start = performance.now();
      await sender.send(request).catch(() => {
        failed += 1;
      });
      took.push(performance.now() - start);
    };
    const during: Minute[] = [];
    const underWay = new Set<Promise<void>>();
    const begin = (work: Promise<void>) => {
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
    };
    let second = 0;
    for await (const _tick of every(1_000)) {
      for (let look = 0; look < LOOKS; look++) begin(send(slash(url, 'li-na', looks[look % looks.length] ?? 'list')));
      for (let form = 0; form < FORMS; form++) begin(send(slash(url, 'huang-tao', 'new')));
      const { number = '', message = '' } = decided[second] ?? {};
      begin(
        send(
          press(url, 'li-na', {
            action: 'finding.approveCapa',
            value: { number, round: 0 },
            ...(message && { message }),
          }),
        ),
      );
      second += 1;
      if (second % 60 === 0 || second === seconds) {
        const minute = {
          bot: memoryOf(bot.pid).own,
          database: memoryOf(setup.database.pid).own,
          p99: percentile(took, 0.99),
          failed,
        };
        during.push(minute);
        say(
          `minute ${Math.ceil(second / 60)}: RssAnon ${minute.bot.toFixed(0)} + ${minute.database.toFixed(0)} MB, p99 ${minute.p99.toFixed(0)} ms, ${failed} failed`,
        );
        took = [];
        failed = 0;
      }
      if (second === seconds) break;
    }
    await Promise.all(underWay);
    const start = performance.now();
    const sent = await untilSent(client.db().collection('records'), EMPTY_WITHIN_MS * 5);
    const emptySeconds = sent ? (performance.now() - start) / 1000 : Number.POSITIVE_INFINITY;
    const settled = during.slice(Math.min(WARM_MINUTES, during.length - 1));
    const growthOf = (figure: keyof Minute) => {
      const half = Math.ceil(settled.length / 2);
      const worst = (some: readonly Minute[]) => Math.max(...some.map((minute) => minute[figure]));
      return worst(settled.slice(-half)) / worst(settled.slice(0, half));
    };
    const row = (what: string, unit: string, value: number, atMost?: number) =>
      rowOf('soak', { what, unit, now: [value], ...(atMost !== undefined && { aim: { of: 'now', atMost } }) });
    return [
      row(`${minutes} minutes, the bot’s RssAnon: the second half to the first`, 'times', growthOf('bot'), FLAT),
      row('the database’s RssAnon, likewise', 'times', growthOf('database'), FLAT),
      row('p99 of a minute, likewise', 'times', growthOf('p99'), FLAT_P99),
      row('the outbox is empty after the last press', 's', emptySeconds, EMPTY_WITHIN_MS / 1000),
      row(
        'failed calls',
        'in all',
        during.reduce((sum, minute) => sum + minute.failed, 0),
        0,
      ),
    ];
  });
