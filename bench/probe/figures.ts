/** The service figures in this process: `figures.ts ROOT ORG_FILE URI YEAR`. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pino } from 'pino';
import type * as SeedOrganisationModule from '../../src/app/seed-organisation.ts';
import type * as PeriodModule from '../../src/calendar/period.ts';
import type * as ReadServiceModule from '../../src/figures/service/read.ts';
import type * as OrganisationModule from '../../src/org/organisation.ts';
import type * as QualityModule from '../../src/quality/index.ts';
import type * as RegistryModule from '../../src/records/registry.ts';
import type * as FactsRepositoryModule from '../../src/records/store/facts-repository.ts';
import type * as ConnectModule from '../../src/storage/connect.ts';
import { measurePiece } from '../measure/pieces.ts';
import { memoryOf } from '../measure/processes.ts';
import { load, probeArguments } from './modules.ts';
import { servePieces } from './serve.ts';

const { analyseServices } = await load<typeof ReadServiceModule>(
  'src/figures/service/read.ts',
  'src/analysis/read-service.ts',
);
const { readOrgFile } = await load<typeof SeedOrganisationModule>('src/app/seed-organisation.ts');
const { calendarYearOf, monthOf } = await load<typeof PeriodModule>('src/calendar/period.ts');
const { createOrganisation } = await load<typeof OrganisationModule>('src/org/organisation.ts');
const { recordTypes } = await load<typeof QualityModule>('src/quality/index.ts');
const { createFacts } = await load<typeof FactsRepositoryModule>(
  'src/records/store/facts-repository.ts',
  'src/records/facts-repository.ts',
);
const { createRegistry } = await load<typeof RegistryModule>('src/records/registry.ts');
const { connectStorage } = await load<typeof ConnectModule>('src/storage/connect.ts');

const [orgFile = '', mongoUri = '', year = ''] = probeArguments;
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
const storage = await connectStorage({ mongoUri, dataDir: null, log: pino({ level: 'silent' }) });
const org = createOrganisation(await readOrgFile(orgFile, 'en'));
const facts = createFacts(storage.connection, createRegistry(recordTypes));
const zone = 'Asia/Shanghai';
const midyear = `${year}-06-01`;
const context = () => ({ facts, org, now: new Date(Date.UTC(Number(year) + 1, 1, 15)) });

servePieces(
  {
    month: () =>
      measurePiece('month', () => analyseServices({ kind: 'month', period: monthOf(midyear), zone }, {}, context())),
    year: () =>
      measurePiece('year', () =>
        analyseServices({ kind: 'year', period: calendarYearOf(midyear), zone }, {}, context()),
      ),
    /** This process's memory after garbage collection. */
    async memory() {
      collect();
      return { ...memoryOf(process.pid), heap: process.memoryUsage().heapUsed / 2 ** 20 };
    },
  },
  () => storage.stop(),
);
