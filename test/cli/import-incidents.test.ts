import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTime } from '../../src/cli/incident/read-time.ts';
import { createOrgStore } from '../../src/org/org-store.ts';
import { recordTypes } from '../../src/quality/index.ts';
import { createRegistry } from '../../src/records/registry.ts';
import { createRecordRepository } from '../../src/records/store/record-repository.ts';
import { connectStorage } from '../../src/storage/connect.ts';
import { sampleOrg } from '../org/sample.ts';
import { runQmbot } from './command-line.ts';

const LONG = 120_000;
const head = '事件编号,标题,项目,报告时间,响应时间,解决时间,优先级,处理情况';
const good = 'A-1,闸机不能刷卡,metro-line-3,2026-03-02 08:30,2026-03-02 08:40,2026/3/2 9:30,p1,更换读卡器';

let folder: string;
let dataDir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qmbot-incidents-'));
  dataDir = join(folder, 'data');
  const storage = await connectStorage({ mongoUri: undefined, dataDir, log: pino({ level: 'silent' }) });
  await createOrgStore(storage.connection, { now: () => new Date() }).seed(sampleOrg());
  await storage.stop();
});
afterAll(() => rm(folder, { recursive: true }));

async function stored(externalId: string) {
  const storage = await connectStorage({ mongoUri: undefined, dataDir, log: pino({ level: 'silent' }) });
  try {
    const repository = createRecordRepository(storage.connection, createRegistry(recordTypes));
    return await repository.load({ origin: `intake:old-desk:${externalId}` });
  } finally {
    await storage.stop();
  }
}

const run = (file: string, ...more: string[]) =>
  runQmbot(['incident', 'import', file, '--source', 'old-desk', ...more], dataDir);

test(
  'a list of tickets is taken in once: bad lines are named and nothing is changed, then it is created, unchanged, updated',
  async () => {
    const project = sampleOrg().projects[0]?.id ?? '';
    const line = good.replace('metro-line-3', project);
    const file = join(folder, 'tickets.csv');
    const bad = [
      `A-2,没有这个项目,月球线,2026-03-02 08:30,,,,`,
      `A-3,时间写错,${project},昨天,,,,`,
      `A-4,先解决后报告,${project},2026-03-02 08:30,,2026-03-01 09:00,,`,
      `A-1,重复的单号,${project},2026-03-02 08:30,,,,`,
      `A-5,上个世纪,${project},1926-03-02 08:30,1926-03-02 08:40,1926-03-02 09:30,,`,
      `A-6,下个世纪,${project},2926-03-02 08:30,2926-03-02 08:40,2926-03-02 09:30,,`,
      `A-7,二十年前,${project},2006-03-02 08:30,2006-03-02 08:40,2006-03-02 09:30,,`,
    ];
    await writeFile(file, [head, line, ...bad].join('\n'));
    const refused = await run(file, '--apply');
    expect(refused).toMatchObject({ code: 1, err: '' });
    expect(refused.out).toContain('tickets.csv:3: 项目: There is no project “月球线”.');
    expect(refused.out).toContain('tickets.csv:4: 报告时间: “昨天” is no time');
    expect(refused.out).toContain('tickets.csv:5: 解决时间: This time does not fit the others');
    expect(refused.out).toContain('tickets.csv:6: 事件编号: The same ticket number as in line 2.');
    for (const column of ['报告时间', '响应时间', '解决时间'])
      for (const line of [7, 8, 9])
        expect(refused.out).toContain(`tickets.csv:${line}: ${column}: This cannot be the year; please check it.`);
    expect(await stored('A-1')).toBeNull();

    const done = await run(file, '--apply', '--skip-bad-lines');
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toContain('1 created, 0 updated, 0 unchanged.');
    expect(await stored('A-1')).toMatchObject({
      state: 'resolved',
      data: {
        reportedAt: '2026-03-02T00:30:00.000Z',
        resolvedAt: '2026-03-02T01:30:00.000Z',
        priority: 'p1',
        importedAt: expect.any(String),
      },
    });
    expect((await run(file, '--apply', '--skip-bad-lines')).out).toContain('0 created, 0 updated, 1 unchanged.');

    await writeFile(file, [head, line.replace('更换读卡器', '更换读卡器和电源')].join('\n'));
    expect((await run(file)).out).toContain('0 to be created, 1 to be updated, 0 unchanged.');
    expect((await run(file, '--apply')).out).toContain('0 created, 1 updated, 0 unchanged.');
    expect(await stored('A-1')).toMatchObject({ data: { done: '更换读卡器和电源' } });
  },
  LONG,
);

describe('a time in a cell', () => {
  test.each([
    ['2026-11-23 08:30', '2026-11-23T00:30:00.000Z'],
    ['2026/11/23 8:30:15', '2026-11-23T00:30:15.000Z'],
    ['2026年11月23日 8:30', '2026-11-23T00:30:00.000Z'],
    ['2026-11-23T08:30:00Z', '2026-11-23T08:30:00.000Z'],
    ['2026-11-23T08:30:00+0200', '2026-11-23T06:30:00.000Z'],
    ['2026-11-23', '2026-11-22T16:00:00.000Z'],
  ])('%s is an instant by the clock of the site, unless it says its zone', (said, at) => {
    expect(readTime(said, 'Asia/Shanghai')).toBe(at);
  });

  test.each(['昨天', '2026-02-30 08:30', '2026-11-23 25:00', '08:30', ''])('%s is none', (said) => {
    expect(readTime(said, 'Asia/Shanghai')).toBeNull();
  });
});
