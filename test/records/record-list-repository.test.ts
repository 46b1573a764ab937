import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RESTRICTED } from '../../src/records/search/filing.ts';
import { type ListFilter, toQuery } from '../../src/records/search/list-filter.ts';
import { recordModel } from '../../src/records/store/record-model.ts';
import { planStages } from '../support/database.ts';
import { openSlips, type Slips } from './search/slips.ts';

let slips: Slips;
const everybody = { all: true, ids: [] };

beforeAll(async () => {
  slips = await openSlips();
  await slips.write('late', { kind: 'major', source: 'complaint', department: 'omd' }, '2026-11-09T02:00:00Z');
  await slips.write('later', { source: 'spotCheck' }, '2026-11-16T02:00:00Z');
  await slips.write('fresh', { source: 'complaint' }, '2026-11-23T02:00:00Z');
  await slips.write('no deadline', { owner: 'chen-jing' });
  await slips.write('shut first', { source: 'complaint' }, '2026-11-09T02:00:00Z');
  await slips.write('shut last', { source: 'other' });
  await slips.act('late', 'take', { day: '2026-11-10' });
  await slips.act('later', 'take', { day: '2026-11-20' });
  await slips.act('fresh', 'take', { day: '2026-11-30' });
  await slips.act('shut first', 'close', {}, '2026-11-20T02:00:00Z');
  await slips.act('shut last', 'close', {}, '2026-11-21T02:00:00Z');
  slips.engine.at('2026-11-23T02:00:00Z');
});
afterAll(() => slips.engine.stop());

const filter = (more: Partial<ListFilter> = {}): ListFilter => ({
  type: 'slip',
  standing: 'all',
  tags: [],
  reader: everybody,
  now: slips.engine.now(),
  ...more,
});

async function found(more: Partial<ListFilter>, skip = 0, limit = 10) {
  const { records, total } = await slips.engine.lists.page(filter(more), skip, limit);
  const names = records.map(({ number }) => slips.nameOf(number));
  expect(total).toBeGreaterThanOrEqual(names.length);
  return names;
}

describe('a list', () => {
  const all = ['late', 'later', 'fresh', 'no deadline', 'shut last', 'shut first'];
  test.each<{ of: string; more: Partial<ListFilter>; names: string[] }>([
    { of: 'all: the most late first, the last closed before the first', more: {}, names: all },
    { of: 'what is open', more: { standing: 'open' }, names: all.slice(0, 4) },
    { of: 'what is overdue', more: { standing: 'overdue' }, names: all.slice(0, 2) },
    { of: 'what is closed', more: { standing: 'closed' }, names: all.slice(4) },
    { of: 'a facet', more: { tags: [['source=complaint']] }, names: ['late', 'fresh', 'shut first'] },
    {
      of: 'either of two values',
      more: { tags: [['source=other', 'source=spotcheck']] },
      names: ['later', 'shut last'],
    },
    { of: 'two facets', more: { tags: [['source=complaint'], ['kind=major']] }, names: ['late'] },
    { of: 'a department', more: { tags: [['department=omd']] }, names: ['late'] },
    { of: 'a state', more: { tags: [['state=waiting']] }, names: ['no deadline'] },
    { of: 'an owner', more: { tags: [['owner=chen-jing']] }, names: ['no deadline'] },
    { of: 'since a day', more: { opened: { from: new Date('2026-11-16T00:00:00Z') } }, names: all.slice(1, 4) },
    {
      of: 'until a day',
      more: { opened: { before: new Date('2026-11-09T02:00:01Z') } },
      names: ['late', 'shut last', 'shut first'],
    },
    { of: 'nothing there', more: { tags: [['kind=minor']] }, names: [] },
    { of: 'another type', more: { type: 'finding' }, names: [] },
  ])('of $of', async ({ more, names }) => {
    expect(await found(more)).toEqual(names);
  });

  test('is turned page by page, and counts the whole', async () => {
    expect(await found({}, 3, 2)).toEqual(['no deadline', 'shut last']);
    expect(await slips.engine.lists.page(filter(), 5, 2)).toMatchObject({
      records: [{ closedAt: new Date('2026-11-20T02:00:00Z') }],
      total: 6,
    });
    expect(await slips.engine.lists.page(filter(), 40, 2)).toEqual({ records: [], total: 6 });
  });
});

test('what is restricted is in the lists of those who may read it, and of nobody else', async () => {
  const { connection, lists } = slips.engine;
  const records = recordModel(connection).collection;
  const number = slips.numberOf('later');
  const tags = (await records.findOne({ number }))?.tags ?? [];
  const set = (fields: object) => records.updateOne({ number }, { $set: fields });
  await set({ restricted: true, readerIds: ['huang-tao'], tags: [...tags, RESTRICTED] });
  const others = { all: false, ids: ['xu-fang'] };
  expect(await found({ standing: 'overdue', reader: others })).toEqual(['late']);
  expect(await found({ standing: 'overdue', reader: { all: false, ids: ['xu-fang', 'huang-tao'] } })).toContain(
    'later',
  );
  expect(await found({ standing: 'overdue', reader: everybody })).toContain('later');
  expect(await lists.page(filter({ reader: others }), 0, 1)).toMatchObject({ total: 5 });
  expect(
    await lists.numbered(
      ['later', 'late'].map((name) => slips.numberOf(name)),
      others,
    ),
  ).toHaveLength(1);
  await set({ restricted: false, readerIds: [], tags });
});

describe('the query of a list', () => {
  const some = { all: false, ids: ['xu-fang'] };
  test.each<{ of: string; more: Partial<ListFilter> }>([
    { of: 'all', more: {} },
    { of: 'what is open', more: { standing: 'open', reader: some } },
    { of: 'what is overdue', more: { standing: 'overdue' } },
    { of: 'facets', more: { standing: 'open', tags: [['kind=major'], ['source=complaint']], reader: some } },
    { of: 'closed ones of a department', more: { standing: 'closed', tags: [['department=omd']] } },
  ])('of $of is answered in order from an index', async ({ more }) => {
    const query = recordModel(slips.engine.connection)
      .find(toQuery(filter(more)))
      .sort({ order: 1, number: 1 });
    const stages = planStages(await query.lean().explain('queryPlanner'));
    expect(stages).toContain('IXSCAN');
    expect(stages).not.toContain('COLLSCAN');
    expect(stages).not.toContain('SORT');
  });

  test.each<{ of: string; more: Partial<ListFilter> }>([
    { of: 'either of two values', more: { tags: [['source=other', 'source=spotcheck']] } },
    { of: 'owners', more: { tags: [['owner=li-na', 'owner=chen-jing']] } },
    { of: 'a time', more: { opened: { from: new Date('2026-11-16T00:00:00Z') } } },
  ])('of $of is answered from an index', async ({ more }) => {
    const query = recordModel(slips.engine.connection)
      .find(toQuery(filter(more)))
      .sort({ order: 1, number: 1 });
    expect(planStages(await query.lean().explain('queryPlanner'))).not.toContain('COLLSCAN');
  });
});
