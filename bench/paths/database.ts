import { setTimeout as wait } from 'node:timers/promises';
import { type Checkout, startDatabase } from '../ground/checkout.ts';
import { openGround } from '../ground/open-ground.ts';
import { type Opened, withOpened } from '../ground/opened.ts';
import { operations, sampleOrganisation } from '../ground/organisation.ts';
import { seed } from '../ground/seed.ts';
import { memoryOf } from '../measure/processes.ts';
import { takeTurns } from '../measure/rounds.ts';
import { type Aim, type Row, rowOf } from '../report/row.ts';
import { type Path, type RunSettings, versionsOf } from './path.ts';

interface Opening {
  readonly seconds: number;
  readonly own: number;
  readonly resident: number;
}

const SIZES = [10_000];
/** Seconds allowed for this many records, and seconds the previous version took. */
const aims: Readonly<Record<number, Aim>> = {
  50000: { of: 'now', atMost: 8, today: 13 },
  100000: { of: 'now', atMost: 16, today: 36 },
};
const SETTLED_MS = 3_000;

/** The embedded database with many records: its start, and its memory. `--sizes 50000,100000` for the full measurement. */
export const database: Path = {
  name: 'database',
  about: 'start and memory of the embedded database with many records (--sizes 50000,100000)',
  inQuick: false,
  async measure(settings) {
    const rows: Row[] = [];
    for (const size of settings.sizes ?? SIZES) rows.push(...(await measureAt(size, settings)));
    return rows;
  },
};

function measureAt(size: number, settings: RunSettings): Promise<Row[]> {
  return withOpened(async (opened) => {
    const folders = [];
    for (const version of versionsOf(settings)) folders.push({ version, dataDir: await fill(version, size, opened) });
    const turns = await takeTurns<Opening>(
      folders.map(({ version, dataDir }) => ({
        name: version.name,
        prepare: async () => () => openOnce(version, dataDir),
      })),
      settings.rounds,
    );
    const of = (figure: keyof Opening) => ({
      now: turns.get('now')?.map((one) => one[figure]) ?? [],
      before: turns.get('before')?.map((one) => one[figure]),
    });
    const what = `embedded database, ${size} records`;
    const aim = aims[size];
    return [
      rowOf('database', {
        what: `${what}: start`,
        unit: 's',
        ...of('seconds'),
        ...(aim && { aim }),
      }),
      rowOf('database', { what: `${what}: RssAnon`, unit: 'MB', ...of('own'), aim: { of: 'toBefore', atMost: 1 } }),
      rowOf('database', { what: `${what}: RSS`, unit: 'MB', ...of('resident') }),
    ];
  });
}

/** Fills a version's own database, a tenth of the records open, and stops it; returns its folder. */
async function fill(version: Checkout, size: number, { keep }: Opened): Promise<string> {
  const setup = keep(await openGround(version, 'slack', await sampleOrganisation('slack')));
  // The database's own name: it is restarted with the same folder.
  const uri = setup.database.said;
  await (await setup.startBot({ MONGODB_URI: uri })).stop();
  const answering = [operations];
  await seed(setup, uri, { stand: 'closed', count: size * 0.9, answering });
  await seed(setup, uri, { stand: 'issued', count: size * 0.1, answering });
  await setup.database.stop();
  return setup.dataDir;
}

async function openOnce(version: Checkout, dataDir: string): Promise<Opening> {
  const opened = await startDatabase(version, dataDir);
  await wait(SETTLED_MS);
  const { own, resident } = memoryOf(opened.pid);
  await opened.stop();
  return { seconds: opened.seconds, own, resident };
}
