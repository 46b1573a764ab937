import { pino } from 'pino';
import { makeExport } from '../commands/export/export-list.ts';
import { createFinders } from '../src/app/finders.ts';
import { readOrgFile } from '../src/app/seed-organisation.ts';
import { createOrganisation } from '../src/org/organisation.ts';
import { recordTypes } from '../src/quality/index.ts';
import { createRegistry } from '../src/records/registry.ts';
import { connectStorage } from '../src/storage/connect.ts';
import { openGround } from './ground.ts';
import { watched } from './lists.ts';
import type { Row } from './measure.ts';
import { seed } from './seed.ts';

/** A list of so many findings as a file, in both formats, with the longest block of the event loop. */
export async function measureExports(size: number): Promise<Row[]> {
  const ground = await openGround('slack');
  try {
    const uri = ground.uri();
    await seed(uri, ground.orgFile, 'issued', size);
    const storage = await connectStorage({ mongoUri: uri, dataDir: null, log: pino({ level: 'silent' }) });
    const org = createOrganisation(await readOrgFile(ground.orgFile, 'en'));
    const person = org.membersOf('qed')[0];
    if (!person) throw new Error('nobody to export for');
    const registry = createRegistry(recordTypes);
    const reader = { person, org, now: new Date(), locale: 'zh-CN', registry } as const;
    const finders = createFinders(storage.connection, registry);
    const rows: Row[] = [];
    for (const as of ['csv', 'xlsx'] as const) {
      const content = { file: 'list' as const, type: 'finding', q: 'all', as };
      const make = () => makeExport(content, 'bench', { ...reader, ...finders });
      // Once before it is measured: what is compiled then is no export's doing.
      const { bytes } = await make();
      if (bytes.length < size * 10) throw new Error('the file does not hold them all');
      rows.push(await watched(`${size} findings as ${as}`, make, size, '< 50 ms'));
    }
    await storage.stop();
    return rows;
  } finally {
    await ground.stop();
  }
}
