import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { parse } from 'yaml';
import { analyseServices } from '../src/analysis/read-service.ts';
import { calendarYearOf, monthOf, type Period, type PeriodKind } from '../src/calendar/period.ts';
import { createSourceKeys } from '../src/intake/source-key-repository.ts';
import { orgSchema } from '../src/org/org-schema.ts';
import { createOrganisation } from '../src/org/organisation.ts';
import { recordTypes } from '../src/quality/index.ts';
import { createFacts } from '../src/records/facts-repository.ts';
import { createRegistry } from '../src/records/registry.ts';
import { liveYear, type Telling, tellingsOf } from '../test/service-year/lives.ts';
import { yearOrganisation } from '../test/service-year/world.ts';
import { deliveryHeaders } from '../test/support/delivery-headers.ts';
import { createRandom } from '../test/year/random.ts';
import { openGround } from './ground.ts';
import { watched } from './lists.ts';
import { comparison, figure, load, type Row } from './measure.ts';
import { residentMegabytes, run } from './processes.ts';
import { openSender } from './send.ts';

const YEAR = 2025;
const SINGLE = 2_000;
const CLIENTS = 16;
const BATCH = 1_000;
const ZONE = 'Asia/Shanghai';

/** Deliveries beside a bare server that inserts; then a year of them: how fast it is analysed, and what it takes in memory and on disk. */
export async function measureIntake(size: number): Promise<Row[]> {
  const ground = await openGround('slack', yearOrganisation());
  try {
    const uri = ground.uri();
    const bot = await ground.startBot({ MONGODB_URI: uri });
    const bare = await run(['--import', 'tsx', 'bench/bare-intake.ts'], { MONGODB_URI: ground.uri() }, /ready (\S+)/);
    const connection = await mongoose.createConnection(uri).asPromise();
    const { secret } = await createSourceKeys(connection, { now: () => new Date() }).add('itsm');
    const items = lastTellings(size + SINGLE);
    const ours = openSender(`${bot.said}/api/v1/incidents`, CLIENTS, [200, 201]);
    const theirs = openSender(bare.said, CLIENTS);
    const single = (turn: number) => ours.send(signed(JSON.stringify(items[turn]), secret));
    const plain = (turn: number) =>
      theirs.send({ body: JSON.stringify(items[turn]), headers: { 'content-type': 'application/json' } });
    const rows = [
      comparison(
        `intake: an item, ${CLIENTS} at once`,
        await load(CLIENTS, SINGLE, single),
        await load(CLIENTS, SINGLE, plain),
      ),
    ];
    const start = performance.now();
    for (let from = SINGLE; from < items.length; from += BATCH) {
      await ours.send(signed(JSON.stringify({ items: items.slice(from, from + BATCH) }), secret));
    }
    const seconds = (performance.now() - start) / 1000;
    rows.push(figure(`intake: ${size} items in batches of ${BATCH}`, `${Math.round(size / seconds)}/s`));

    const facts = createFacts(connection, createRegistry(recordTypes));
    const org = createOrganisation(orgSchema.parse(parse(yearOrganisation())));
    const analysis = (kind: PeriodKind, period: Period) => () =>
      analyseServices({ kind, period, zone: ZONE }, {}, { facts, org, now: new Date() });
    const all = size + SINGLE;
    rows.push(
      await watched(`figures of a month, of ${all} items a year`, analysis('month', monthOf(`${YEAR}-06-01`))),
      await watched(`figures of the year, ${all} items`, analysis('year', calendarYearOf(`${YEAR}-06-01`))),
    );
    const held = await Promise.all([residentMegabytes(bot.pid), residentMegabytes(ground.database.pid)]);
    const disk = await megabytesIn(ground.dataDir);
    rows.push(
      figure(
        `after ${all} items`,
        `bot ${Math.round(held[0])} MB, embedded database ${Math.round(held[1])} MB, ${Math.round(disk)} MB on disk`,
      ),
    );
    await Promise.all([connection.close(), ours.close(), theirs.close(), bot.stop(), bare.stop()]);
    return rows;
  } finally {
    await ground.stop();
  }
}

/** What the other tool says last of each item of a year. */
function lastTellings(count: number): Telling[] {
  const end = Date.UTC(YEAR + 1, 1, 15);
  return liveYear(count, YEAR, createRandom(5)).map((life) => {
    const last = tellingsOf(life, end).at(-1);
    if (!last) throw new Error('nothing is told of it');
    return last;
  });
}

let deliveries = 0;

function signed(body: string, secret: string) {
  const id = `msg_${++deliveries}`;
  return { body, headers: deliveryHeaders({ source: 'itsm', secret, id, at: new Date(), body }) };
}

async function megabytesIn(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0) / 1_048_576;
}
