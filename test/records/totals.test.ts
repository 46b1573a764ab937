import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RESTRICTED } from '../../src/records/search/filing.ts';
import type { ListFilter } from '../../src/records/search/list-filter.ts';
import { createDeskLists } from '../../src/records/store/desk-repository.ts';
import { createRecordLists } from '../../src/records/store/record-list-repository.ts';
import { copyRecord } from '../support/copy-record.ts';
import { type CountedReads, countReads } from '../support/counted-reads.ts';
import { type Engine, openEngine } from '../worlds/engine.ts';

let engine: Engine;
let reads: CountedReads;
const first = { skip: 0, limit: 10 };
const now = new Date('2026-12-01T00:00:00Z');
const day = (at: number) => new Date(Date.UTC(2026, 10, 1 + (at % 28)));

/** One finding of nobody, and 1 200 of `omd` that Wang Lei owns, each late on one of 28 days, the first 40 of them restricted. */
beforeAll(async () => {
  engine = await openEngine();
  reads = await countReads(engine.connection);
  const created = await engine.records.create({
    type: 'finding',
    answers: { what: '值班日志缺少两天的巡检记录', where: '机房 B' },
    actor: { kind: 'person', id: 'emily', via: 'console' },
    origin: 'first',
  });
  const number = created.verdict === 'created' ? created.record.number : '';
  await copyRecord(engine.connection, number, 1_200, (at) => ({
    departmentId: 'omd',
    ownerIds: ['wang-lei'],
    actorIds: ['wang-lei', ...(at < 30 ? ['emily'] : [])],
    deciderIds: ['wang-lei'],
    dueAt: day(at),
    wantedAt: day(at),
    order: day(at).getTime(),
    dutyOwnerIds: at < 30 ? ['wang-lei', 'emily'] : [],
    dutyAt: at < 30 ? day(at) : null,
    ...(at < 40 && { restricted: true, tags: [RESTRICTED] }),
  }));
});
afterAll(async () => {
  await reads.stop();
  await engine.stop();
});

const list = (more: Partial<ListFilter> = {}): ListFilter => ({
  type: 'finding',
  standing: 'overdue',
  tags: [],
  reader: { all: true, ids: [] },
  now,
  ...more,
});

describe('a total', () => {
  const desk = () => createDeskLists(reads.connection);
  const whose = (id: string) => ({ of: 'people', ids: [id] }) as const;

  test('of a desk is exact up to a thousand, and goes no further than to say that there are more', async () => {
    expect((await desk().waitingFor(['wang-lei'], first)).total).toBe(1_001);
    expect((await desk().toDecide(['wang-lei'], first)).total).toBe(1_001);
    expect((await desk().late(whose('wang-lei'), ['finding'], now, first)).total).toBe(1_001);
    expect((await desk().late({ of: 'departments', ids: ['omd'] }, ['finding'], now, first)).total).toBe(1_001);
    expect((await desk().late(whose('wang-lei'), ['finding'], day(10), first)).total).toBe(430);
    expect((await desk().waitingFor(['emily'], first)).total).toBe(30);
  });

  test('counts once what a person is late with twice', async () => {
    expect((await desk().late(whose('wang-lei'), ['finding'], day(1), first)).total).toBe(43);
    expect((await desk().late(whose('emily'), ['finding'], day(1), first)).total).toBe(2);
  });

  test('of a department leaves out what is restricted', async () => {
    const { total, rows } = await desk().late({ of: 'departments', ids: ['omd'] }, ['finding'], day(2), first);
    expect(total).toBe(86 - 4);
    expect(rows.every(({ number }) => Number(number.slice(-5)) >= 40)).toBe(true);
  });

  test('of a list is that of what its reader may read', async () => {
    const lists = createRecordLists(reads.connection);
    expect((await lists.page(list(), 0, 10)).total).toBe(1_001);
    expect((await lists.page(list({ reader: { all: false, ids: [] } }), 0, 10)).total).toBe(1_001);
    expect((await lists.page(list({ now: day(20) }), 0, 10)).total).toBe(860);
    expect((await lists.page(list({ now: day(20), reader: { all: false, ids: [] } }), 0, 10)).total).toBe(860 - 32);
  });

  test('goes on with the pages, so that the last of them can be reached', async () => {
    const lists = createRecordLists(reads.connection);
    expect((await lists.page(list(), 1_150, 10)).total).toBe(1_161);
    expect(await lists.page(list(), 5_000, 10)).toMatchObject({ records: [], total: 1_201 });
  });

  test('is counted without reading what it counts: a page reads no more than it shows', async () => {
    reads.taken();
    await desk().waitingFor(['wang-lei'], { skip: 40, limit: 10 });
    expect(reads.taken()).toBe(10);
    await desk().late({ of: 'all' }, ['finding'], now, first);
    expect(reads.taken()).toBe(10);
    await desk().late(whose('wang-lei'), ['finding'], now, first);
    expect(reads.taken()).toBe(10);
    await createRecordLists(reads.connection).page(list(), 0, 10);
    expect(reads.taken()).toBe(10);
  });
});

test('what is most urgent comes first, by whichever of its deadlines is the earlier; then by number', async () => {
  const { rows } = await createDeskLists(engine.connection).waitingFor(['wang-lei'], { skip: 42, limit: 3 });
  expect(rows.map(({ number }) => Number(number.slice(-5)))).toEqual([1_176, 1, 29]);
});
