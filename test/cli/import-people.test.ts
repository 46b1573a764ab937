import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createOrgStore } from '../../src/org/org-store.ts';
import { recordTypes } from '../../src/quality/index.ts';
import { leftToTheBot } from '../../src/records/decide/dispatch.ts';
import { verifyHistory } from '../../src/records/decide/verify-history.ts';
import { createRecords, type Records } from '../../src/records/records.ts';
import { createRegistry } from '../../src/records/registry.ts';
import { createCounters } from '../../src/records/store/counter-repository.ts';
import { createRecordRepository } from '../../src/records/store/record-repository.ts';
import { connectStorage } from '../../src/storage/connect.ts';
import { linesOfSample } from '../org/people-import/staff.ts';
import { sampleOrg } from '../org/sample.ts';
import { gbk } from '../support/gbk.ts';
import { workbook } from '../support/workbook.ts';
import { runQmbot } from './command-line.ts';

const HEADINGS = '工号,姓名,部门,邮箱,手机,职务,状态';
const LONG = 120_000;

let folder: string;
let dataDir: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qmbot-people-'));
  dataDir = join(folder, 'data');
  await over(async ({ store }) => void (await store.seed(sampleOrg())));
});

afterEach(() => rm(folder, { recursive: true }));

interface Inside {
  readonly store: ReturnType<typeof createOrgStore>;
  readonly records: Records;
}

/** Works on the database while no process has it. */
async function over<Result>(work: (inside: Inside) => Promise<Result>): Promise<Result> {
  const storage = await connectStorage({ mongoUri: undefined, dataDir, log: pino({ level: 'silent' }) });
  const clock = { now: () => new Date() };
  const store = createOrgStore(storage.connection, clock);
  const registry = createRegistry(recordTypes);
  const records = createRecords({
    repository: createRecordRepository(storage.connection, registry),
    registry,
    counters: createCounters(storage.connection),
    clock,
    organisation: () => store.load(),
    routes: () => new Set(['console:local']),
    dispatch: leftToTheBot,
  });
  try {
    return await work({ store, records });
  } finally {
    await storage.stop();
  }
}

async function file(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

const csv = (lines: readonly string[]) => [HEADINGS, ...lines].join('\r\n');
const org = (...args: string[]) => runQmbot(['org', ...args], dataDir);

/** A finding that operations has to answer, which names `liu-yang` as handler. */
async function findingWithHandler(): Promise<string> {
  return over(async ({ records }) => {
    const by = (id: string) => ({ kind: 'person', id, via: 'console' }) as const;
    const answers = { what: '值班日志缺少两天的巡检记录', where: '机房 B' };
    const created = await records.create({ type: 'finding', answers, actor: by('huang-tao'), origin: 'one' });
    if (created.verdict !== 'created') throw new Error(JSON.stringify(created));
    const { number } = created.record;
    const issued = { title: '巡检缺失', kind: 'minor', department: 'omd', criterion: '4.2', source: 'spotCheck' };
    const moves = [
      { move: 'issue', who: 'li-na', said: issued },
      { move: 'assign', who: 'wang-lei', said: { handler: 'liu-yang', coWriters: [] } },
    ];
    for (const { move, who, said } of moves) {
      const request = { move, answers: said, actor: by(who), interaction: move, round: null };
      const { verdict } = await records.perform({ number }, request);
      if (verdict.verdict !== 'done') throw new Error(`${move}: ${JSON.stringify(verdict)}`);
    }
    return number;
  });
}

test('300 people from a workbook: shown first, then joined, moved and changed; what was stored of roles stays', {
  timeout: LONG,
}, async () => {
  const joiners = Array.from({ length: 284 }, (_, index) => [
    `N${1000 + index}`,
    `新员工${index}`,
    '运维管理部',
    '',
    '',
    '',
    '在职',
  ]);
  const lines = linesOfSample().map((line) =>
    line.includes('wu.qiang@') ? line.replace('运维管理部', '研发部') : line,
  );
  const rows = [['员工花名册'], HEADINGS.split(','), ...lines.map((line) => line.split(',')), ...joiners];
  const path = await file('people.xlsx', await workbook(rows));
  const shown = await org('import', path);
  expect(shown).toMatchObject({ code: 0 });
  expect(shown.out).toContain(`Joiners (284)`);
  expect(shown.out).toContain('> wu-qiang Wu Qiang: Operations → Research and development');
  expect(shown.out).toContain('Nothing was changed. Add --apply to do it.');
  expect((await org('import', path, '--apply')).code).toBe(0);
  const { data } = await over(({ store }) => store.load());
  expect(data.people).toHaveLength(sampleOrg().people.length + 284);
  expect(data.people.find(({ id }) => id === 'wu-qiang')).toMatchObject({ department: 'rd', roles: ['pl'] });
  expect(data.people.find(({ id }) => id === 'N1000')).toMatchObject({ number: 'N1000', roles: [] });
  const exported = parse((await org('export')).out);
  expect(exported.people).toHaveLength(data.people.length);
});

test('a GBK file with bad lines names each with line and column, and changes nothing', { timeout: LONG }, async () => {
  const lines = [...linesOfSample(), 'E900,,运维管理部,,,,', 'E901,孙立,三产办,sun.li@,,,'];
  const path = await file('people.csv', gbk(csv(lines)));
  const { code, out } = await org('import', path, '--apply', '--language', 'zh-CN');
  expect(code).toBe(1);
  expect(out).toContain('GB18030');
  const first = sampleOrg().people.length + 2;
  expect(out).toContain(`people.csv:${first}: 姓名: 没有姓名。`);
  expect(out).toContain(`people.csv:${first + 1}: 部门: 没有叫“三产办”的部门`);
  expect(out).toContain(`people.csv:${first + 1}: 邮箱: “sun.li@”不是邮箱地址`);
  expect(await over(async ({ store }) => (await store.load()).data)).toEqual(sampleOrg());
});

test('a leaver’s open items are listed, the apply refuses until a person takes over, and then it is in the history', {
  timeout: LONG,
}, async () => {
  const number = await findingWithHandler();
  const path = await file('people.csv', csv(linesOfSample().filter((line) => !line.includes('liu.yang@'))));
  const refused = await org('import', path, '--apply');
  expect(refused.code).toBe(1);
  expect(refused.out).toContain('- liu-yang Liu Yang, Operations');
  expect(refused.out).toContain(`${number} 巡检缺失 (Handler)`);
  expect(refused.out).toContain('specialty lead of Metro line 3 operations');
  expect(refused.out).toContain('--hand-over liu-yang=ID');
  expect(await over(async ({ store }) => (await store.load()).person('liu-yang')?.active)).toBe(true);

  const done = await org('import', path, '--apply', '--hand-over', 'liu-yang=xu-fang');
  expect(done).toMatchObject({ code: 0, err: '' });
  const { record, person, lead } = await over(async ({ store, records }) => {
    const after = await store.load();
    const project = after.data.projects.find(({ id }) => id === 'metro-3');
    return { record: await records.load({ number }), person: after.person('liu-yang'), lead: project?.lead };
  });
  expect(person).toMatchObject({ active: false, roles: [] });
  expect(lead).toBe('xu-fang');
  expect(record?.ownerIds).toEqual(['xu-fang']);
  expect(record?.history.at(-1)).toMatchObject({ move: 'handOver', actor: { kind: 'system', name: 'people-import' } });
  expect(record && verifyHistory(record.history, record)).toEqual([]);
  expect(record?.effects.some((effect) => effect.kind === 'post' && effect.personId === 'xu-fang')).toBe(true);
});

test('the heads of departments take over where that is said; a head who leaves needs a name', {
  timeout: LONG,
}, async () => {
  await findingWithHandler();
  const gone = linesOfSample().filter((line) => !/liu\.yang@|wang\.lei@/.test(line));
  const path = await file('people.csv', csv(gone));
  const toHeads = await org('import', path, '--apply', '--hand-over-to-heads');
  expect(toHeads.code).toBe(1);
  const done = await org(
    'import',
    path,
    '--apply',
    '--hand-over-to-heads',
    '--hand-over',
    'wang-lei=xu-fang',
    'liu-yang=xu-fang',
  );
  expect(done.code).toBe(0);
  const { data } = await over(({ store }) => store.load());
  expect(data.departments.find(({ id }) => id === 'omd')?.head).toBe('xu-fang');
});
