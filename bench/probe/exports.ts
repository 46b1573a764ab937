/** A list of all findings as a file, in both formats: `exports.ts ROOT ORG_FILE URI`. */

import { pino } from 'pino';
import type * as ExportListModule from '../../commands/export/export-list.ts';
import type * as FindersModule from '../../src/app/finders.ts';
import type * as SeedOrganisationModule from '../../src/app/seed-organisation.ts';
import type * as OrganisationModule from '../../src/org/organisation.ts';
import type * as QualityModule from '../../src/quality/index.ts';
import type * as RegistryModule from '../../src/records/registry.ts';
import type * as ConnectModule from '../../src/storage/connect.ts';
import { measurePiece, type Piece } from '../measure/pieces.ts';
import { load, probeArguments, tell } from './modules.ts';

const { makeExport } = await load<typeof ExportListModule>('commands/export/export-list.ts');
const { createFinders } = await load<typeof FindersModule>('src/app/finders.ts');
const { readOrgFile } = await load<typeof SeedOrganisationModule>('src/app/seed-organisation.ts');
const { createOrganisation } = await load<typeof OrganisationModule>('src/org/organisation.ts');
const { recordTypes } = await load<typeof QualityModule>('src/quality/index.ts');
const { createRegistry } = await load<typeof RegistryModule>('src/records/registry.ts');
const { connectStorage } = await load<typeof ConnectModule>('src/storage/connect.ts');

const [orgFile = '', mongoUri = ''] = probeArguments;
const storage = await connectStorage({ mongoUri, dataDir: null, log: pino({ level: 'silent' }) });
const org = createOrganisation(await readOrgFile(orgFile, 'en'));
const person = org.membersOf('qed')[0];
if (!person) throw new Error('nobody to export for');
const registry = createRegistry(recordTypes);
const reader = { person, org, now: new Date(), locale: 'zh-CN', registry } as const;
const finders = createFinders(storage.connection, registry);
const pieces: Piece[] = [];
for (const as of ['csv', 'xlsx'] as const) {
  const content = { file: 'list' as const, type: 'finding', q: 'all', as };
  const make = () => makeExport(content, 'bench', { ...reader, ...finders });
  // One warm-up run: compilation is not part of the export.
  await make();
  pieces.push(await measurePiece(as, make));
}
await storage.stop();
tell(JSON.stringify(pieces));
