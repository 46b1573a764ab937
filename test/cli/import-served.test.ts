import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createOrgStore, type OrgStore } from '../../src/org/org-store.ts';
import { connectStorage } from '../../src/storage/connect.ts';
import { sampleOrg } from '../org/sample.ts';
import { runQmbot } from './command-line.ts';

const LONG = 120_000;

let folder: string;
let dataDir: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qmbot-served-'));
  dataDir = join(folder, 'data');
  await over((store) => store.seed(sampleOrg()));
});

afterEach(() => rm(folder, { recursive: true }));

async function over<Result>(work: (store: OrgStore) => Promise<Result>): Promise<Result> {
  const storage = await connectStorage({ mongoUri: undefined, dataDir, log: pino({ level: 'silent' }) });
  try {
    return await work(createOrgStore(storage.connection, { now: () => new Date() }));
  } finally {
    await storage.stop();
  }
}

const levels = () =>
  over(async (store) => (await store.load()).data.customers.map(({ id, level }) => `${id} ${level}`));

test(
  'a list with a bad line changes nothing until the bad line is left out on purpose; an older org.yaml does not undo it',
  async () => {
    const file = join(folder, 'customers.csv');
    await writeFile(file, '客户名称,客户级别\n滨海地铁集团,一般客户\n云岭茶业,钻石\n滨海机场,主要客户\n');
    const refused = await runQmbot(['org', 'import-customers', file, '--apply'], dataDir);
    expect(refused).toMatchObject({ code: 1, err: '' });
    expect(refused.out).toContain('customers.csv:3: 客户级别: The settings have no customer level “钻石”.');
    expect(await levels()).toEqual(['metro key', 'city-office major']);

    const dry = await runQmbot(['org', 'import-customers', file, '--skip-bad-lines'], dataDir);
    expect(dry.out).toContain('~ customer metro (Binhai Metro Group): level');
    expect(await levels()).toEqual(['metro key', 'city-office major']);

    const done = await runQmbot(['org', 'import-customers', file, '--skip-bad-lines', '--apply'], dataDir);
    expect(done).toMatchObject({ code: 0, err: '' });
    const imported = ['metro ordinary', 'city-office major', 'customer-1 major'];
    expect(await levels()).toEqual(imported);

    const older = await runQmbot(['org', 'import', 'org.sample.yaml', '--apply'], dataDir);
    expect(older).toMatchObject({ code: 0, err: '' });
    expect(await levels()).toEqual(imported);
  },
  LONG,
);
