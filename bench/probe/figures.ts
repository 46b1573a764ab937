/** The figures of services in this process: `figures.ts ROOT ORG_FILE URI YEAR`. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pino } from 'pino';
import { measurePiece } from '../measure/pieces.ts';
import { memoryOf } from '../measure/processes.ts';
import { load, probeArguments } from './modules.ts';
import { servePieces } from './serve.ts';

const { analyseServices } =
  await load<typeof import('../../src/analysis/read-service.ts')>('src/analysis/read-service.ts');
const { readOrgFile } = await load<typeof import('../../src/app/seed-organisation.ts')>('src/app/seed-organisation.ts');
const { calendarYearOf, monthOf } = await load<typeof import('../../src/calendar/period.ts')>('src/calendar/period.ts');
const { createOrganisation } = await load<typeof import('../../src/org/organisation.ts')>('src/org/organisation.ts');
const { recordTypes } = await load<typeof import('../../src/quality/index.ts')>('src/quality/index.ts');
const { createFacts } = await load<typeof import('../../src/records/facts-repository.ts')>(
  'src/records/facts-repository.ts',
);
const { createRegistry } = await load<typeof import('../../src/records/registry.ts')>('src/records/registry.ts');
const { connectStorage } = await load<typeof import('../../src/storage/connect.ts')>('src/storage/connect.ts');

const [orgFile = '', mongoUri = '', year = ''] = probeArguments;
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
const storage = await connectStorage({ mongoUri, dataDir: null, log: pino({ level: 'silent' }) });
const org = createOrganisation(await readOrgFile(orgFile, 'en'));
const facts = createFacts(storage.connection, createRegistry(recordTypes));
const zone = 'Asia/Shanghai';
const midyear = `${year}-06-01`;
const ground = () => ({ facts, org, now: new Date(Date.UTC(Number(year) + 1, 1, 15)) });

servePieces(
  {
    month: () =>
      measurePiece('month', () => analyseServices({ kind: 'month', period: monthOf(midyear), zone }, {}, ground())),
    year: () =>
      measurePiece('year', () =>
        analyseServices({ kind: 'year', period: calendarYearOf(midyear), zone }, {}, ground()),
      ),
    /** What this process holds once what it needs no more is collected. */
    async memory() {
      collect();
      return { ...memoryOf(process.pid), heap: process.memoryUsage().heapUsed / 2 ** 20 };
    },
  },
  () => storage.stop(),
);
