import { MongoClient } from 'mongodb';
import { yearOrganisation } from '../../test/service-year/world.ts';
import { countCommands } from '../../test/support/counted-database.ts';
import type { Checkout } from '../ground/checkout.ts';
import { addKey, deliver, lastTellings } from '../ground/deliveries.ts';
import { type Ground, openGround } from '../ground/open-ground.ts';
import { type Opened, withOpened } from '../ground/opened.ts';
import { run } from '../ground/processes.ts';
import { openSender } from '../ground/send.ts';
import { untilSent } from '../ground/settle.ts';
import { load } from '../measure/load.ts';
import { takeTurns } from '../measure/rounds.ts';
import { contenderOf, figuresOf, type Served } from '../measure/served.ts';
import { rowOf } from '../report/row.ts';
import { type Path, versionsOf } from './path.ts';

const CLIENTS = 16;
const ITEMS = 400;
const COUNTED = 200;
const SENT_WITHIN_MS = 30_000;
const good = [200, 201];

/** An item delivered by another tool, compared with a server that inserts it and acknowledges; and the database commands of each. */
export const intake: Path = {
  name: 'intake',
  about: 'items that another tool delivers, beside an acknowledged insert',
  inQuick: true,
  measure: (settings) =>
    withOpened(async (opened) => {
      const items = lastTellings((settings.rounds + 2) * ITEMS);
      const served: Served[] = [];
      const commands: Partial<Record<Checkout['name'], number>> = {};
      for (const version of versionsOf(settings)) {
        const setup = opened.keep(await openGround(version, 'slack', yearOrganisation()));
        served.push(...(await serversOn(setup, items, opened)));
        commands[version.name] = await commandsOf(setup, items);
      }
      const turns = await takeTurns(
        served.map((one) => contenderOf(one, { clients: CLIENTS, times: ITEMS })),
        settings.rounds,
      );
      const what = `intake of an item, ${CLIENTS} at once`;
      return [
        rowOf(
          'intake',
          { what, unit: 'a second', ...figuresOf(turns, 'rate'), aim: { of: 'toBare', atLeast: 0.2, floor: 0.12 } },
          settings.quick,
        ),
        rowOf('intake', {
          what: `${what}: processor time of bot and database with all that follows`,
          unit: 'ms',
          ...figuresOf(turns, 'cpuInAll'),
        }),
        rowOf('intake', { what: `${what}: failed`, unit: 'of a round', ...figuresOf(turns, 'failed') }),
        rowOf(
          'intake',
          {
            what: `${what}: database commands`,
            unit: 'an item',
            now: [commands.now ?? Number.NaN],
            ...(commands.before !== undefined && { before: [commands.before] }),
            aim: { of: 'now', atMost: 6, floor: 7 },
          },
          settings.quick,
        ),
      ];
    }),
};

async function serversOn(setup: Ground, items: readonly unknown[], { keep, keepOpen }: Opened): Promise<Served[]> {
  const uri = setup.uri();
  const bot = keep(await setup.startBot({ MONGODB_URI: uri }));
  const secret = await addKey(setup.checkout, uri);
  const env = { MONGODB_URI: setup.uri() };
  const bare = keep(await run(['--import', 'tsx', 'bench/bare/intake.ts'], /ready (\S+)/, { env }));
  const client = keepOpen(await MongoClient.connect(uri));
  const records = client.db().collection('records');
  const serve = (name: string, pid: number, url: string): Served => {
    const sender = keepOpen(openSender(url, CLIENTS, good));
    let from = 0;
    return {
      name,
      pids: [pid, setup.database.pid],
      async prepare(times) {
        const mine = items.slice(from, from + times);
        from += times;
        return (turn) => sender.send(deliver(mine[turn], secret));
      },
    };
  };
  const { name } = setup.checkout;
  return [
    { ...serve(name, bot.pid, `${bot.said}/api/v1/incidents`), follows: () => untilSent(records, SENT_WITHIN_MS) },
    serve(name === 'now' ? 'bare' : 'bare before', bare.pid, bare.said),
  ];
}

/** How many commands an item takes, including those of the outbox afterwards: counted on the wire. */
async function commandsOf(setup: Ground, items: readonly unknown[]): Promise<number> {
  const uri = setup.uri();
  return withOpened(async ({ keep, keepOpen }) => {
    const database = keep(await countCommands(uri));
    const counted = `${database.uri}${new URL(uri).pathname}`;
    const bot = keep(await setup.startBot({ MONGODB_URI: counted }));
    const secret = await addKey(setup.checkout, uri);
    const sender = keepOpen(openSender(`${bot.said}/api/v1/incidents`, CLIENTS, good));
    const client = keepOpen(await MongoClient.connect(uri));
    const records = client.db().collection('records');
    // One-time work, such as the first number of a year, is not counted for an item.
    await sender.send(deliver(items[COUNTED], secret));
    await untilSent(records, SENT_WITHIN_MS);
    database.taken();
    await load(CLIENTS, COUNTED, (turn) => sender.send(deliver(items[turn], secret)));
    await untilSent(records, SENT_WITHIN_MS);
    return database.taken().length / COUNTED;
  });
}
