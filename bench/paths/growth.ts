import type { Checkout } from '../ground/checkout.ts';
import { openGround } from '../ground/open-ground.ts';
import { type Opened, withOpened } from '../ground/opened.ts';
import { operations, sampleOrganisation } from '../ground/organisation.ts';
import { seed } from '../ground/seed.ts';
import { openSender } from '../ground/send.ts';
import { press, slash } from '../ground/slack-requests.ts';
import { cpuOf } from '../measure/processes.ts';
import { inOrder } from '../measure/rounds.ts';
import { median } from '../measure/statistics.ts';
import { type Row, rowOf } from '../report/row.ts';
import { type Path, type RunSettings, versionsOf } from './path.ts';

const SIZES = [1_000, 10_000];
const QUICK_SIZES = [500, 5_000];
/** With the same number of hits. */
const HITS = 100;
/** Calls of each kind per round. */
const CALLS = 6;
/** Below this cost, in milliseconds, growth is not reported. */
const LEAST_MS = 1;

const pieces = ['list', 'mine', 'overdue', 'search 蓄电池', 'approve'] as const;
type PieceName = (typeof pieces)[number];
/** CPU time of the database in milliseconds, call by call. */
type Costs = Record<PieceName, number[]>;

/** The share of the records a query matches. */
type Hits = 'same hits' | 'a tenth';

/** The database's cost of a query as the records grow: once with the same number of hits, once with a tenth. */
export const growth: Path = {
  name: 'growth',
  about: 'the database’s time for lists, searches and approvals as records grow',
  inQuick: true,
  async measure(settings) {
    const sizes = settings.sizes ?? (settings.quick ? QUICK_SIZES : SIZES);
    const kinds: readonly Hits[] = settings.quick ? ['same hits'] : ['same hits', 'a tenth'];
    const rows: Row[] = [];
    for (const hits of kinds) {
      const bySize = new Map<number, Map<string, Costs>>();
      for (const size of sizes) bySize.set(size, await costsAt(size, hits, settings));
      rows.push(...pieces.flatMap((piece) => rowsOf(piece, hits, bySize, settings)));
    }
    return rows;
  },
};

function rowsOf(
  piece: PieceName,
  hits: Hits,
  bySize: ReadonlyMap<number, ReadonlyMap<string, Costs>>,
  { quick }: RunSettings,
) {
  const at = (size: number, name: string) => bySize.get(size)?.get(name)?.[piece];
  const rows = [...bySize.keys()].map((size) =>
    rowOf('growth', {
      what: `${piece}, ${size} records, ${hits}: processor time of the database`,
      unit: 'ms',
      now: at(size, 'now') ?? [],
      before: at(size, 'before'),
    }),
  );
  const sizes = [...bySize.keys()];
  const least = Math.min(...sizes);
  const most = Math.max(...sizes);
  const grown = (name: string) => {
    const [few, many] = [at(least, name), at(most, name)];
    return few && many && median(many) / Math.max(median(few), LEAST_MS);
  };
  const before = grown('before');
  return [
    ...rows,
    rowOf(
      'growth',
      {
        what: `${piece}, ${hits}: ${most} records to ${least}`,
        unit: 'times',
        now: [grown('now') ?? Number.NaN],
        ...(before !== undefined && { before: [before] }),
        ...(hits === 'same hits' && { aim: { of: 'now', atMost: 2, floor: 3 } }),
      },
      quick,
    ),
  ];
}

function costsAt(size: number, hits: Hits, settings: RunSettings): Promise<Map<string, Costs>> {
  return withOpened(async (opened) => {
    const versions = [];
    for (const version of versionsOf(settings)) versions.push(await openVersion(version, size, hits, settings, opened));
    const all = new Map(versions.map(({ name }) => [name, emptyCosts()]));
    for (let round = -1; round < settings.rounds; round++) {
      for (const { name, ask, database } of inOrder(versions, round)) {
        for (const piece of pieces) {
          const start = cpuOf(database);
          for (let call = 0; call < CALLS; call++) await ask(piece);
          if (round >= 0) all.get(name)?.[piece].push((cpuOf(database) - start) / CALLS);
        }
      }
    }
    return all;
  });
}

const emptyCosts = (): Costs => ({ list: [], mine: [], overdue: [], 'search 蓄电池': [], approve: [] });

async function openVersion(
  version: Checkout,
  size: number,
  hits: Hits,
  { rounds }: RunSettings,
  { keep, keepOpen }: Opened,
) {
  const setup = keep(await openGround(version, 'slack', await sampleOrganisation('slack')));
  const uri = setup.uri();
  const bot = keep(await setup.startBot({ MONGODB_URI: uri }));
  const open = hits === 'same hits' ? HITS : size / 10;
  const answering = [operations];
  await seed(setup, uri, { stand: 'closed', count: size - open, answering });
  // All of them are late.
  const dueAt = (turn: number) => new Date(Date.UTC(2026, 10, 1 + (turn % 20), 15, 59, 59, 999));
  await seed(setup, uri, { stand: 'issued', count: open, answering, dueAt });
  const submitted = await seed(setup, uri, { stand: 'submitted', count: (rounds + 1) * CALLS, answering });
  const sender = keepOpen(openSender(`${bot.said}/slack/events`, 1));
  const { url } = setup.platform;
  const approveNext = () => {
    const value = { number: submitted.shift()?.number ?? '', round: 0 };
    return sender.send(press(url, 'li-na', { action: 'finding.approveCapa', value }));
  };
  const who: Readonly<Partial<Record<PieceName, string>>> = { mine: operations.head };
  return {
    name: version.name,
    database: setup.database.pid,
    ask: (piece: PieceName) =>
      piece === 'approve' ? approveNext() : sender.send(slash(url, who[piece] ?? 'li-na', piece)),
  };
}
