import { afterAll, beforeAll, expect, test } from 'vitest';
import { FILING, NO_DEADLINE } from '../../../src/records/search/filing.ts';
import { refileRecords } from '../../../src/records/search/refile-repository.ts';
import { recordModel } from '../../../src/records/store/record-model.ts';
import { planStages } from '../../support/database.ts';
import { openSlips, type Slips } from './slips.ts';

let slips: Slips;
beforeAll(async () => {
  slips = await openSlips();
});
afterAll(() => slips.engine.stop());

const records = () => recordModel(slips.engine.connection).collection;

test('a record is filed when it is created, and again with each decision', async () => {
  const number = await slips.write('filed', {
    title: '巡检记录缺失',
    text: 'Hall B',
    kind: 'major',
    department: 'omd',
  });
  expect(await records().findOne({ number })).toMatchObject({
    filed: FILING,
    order: NO_DEADLINE,
    tags: ['state=waiting', 'department=omd', 'reporter=emily', 'kind=major', 'owner=li-na'],
    terms: ['巡检', '检记', '记录', '录缺', '缺失', 'hall', 'hal*', 'b'],
    closedAt: null,
  });
  await slips.act('filed', 'take', { day: '2026-11-30' });
  expect(await records().findOne({ number })).toMatchObject({ order: Date.parse('2026-11-30T16:00:00Z') - 1 });
  await slips.act('filed', 'close');
  const closed = await records().findOne({ number });
  expect(closed).toMatchObject({ closedAt: slips.engine.now() });
  expect(closed?.tags).toContain('state=closed');
  expect(closed?.order).toBeGreaterThan(NO_DEADLINE);
});

test('records that were saved before are filed again, and what cannot be read is counted', async () => {
  const { connection, registry, lists } = slips.engine;
  const [old, odd] = [await slips.write('old', {}), await slips.write('odd', {})];
  const $unset = { filed: '', order: '', tags: '', terms: '', closedAt: '' };
  await records().updateOne({ number: old }, { $unset });
  await records().updateOne({ number: odd }, { $unset, $set: { version: 'one' } });
  const reader = { all: true, ids: [] };
  const open = { type: 'slip', standing: 'open', tags: [], reader, now: slips.engine.now() } as const;
  expect((await lists.page(open, 0, 10)).total).toBe(0);

  expect(await refileRecords(connection, registry)).toEqual({ records: 1, unreadable: 1 });
  expect((await lists.page(open, 0, 10)).records).toMatchObject([{ number: old }]);
  expect(await refileRecords(connection, registry)).toEqual({ records: 0, unreadable: 1 });
  expect(await refileRecords(connection, registry, { everything: true })).toEqual({ records: 2, unreadable: 1 });
});

test('a facet that a type has got since is filed by what the record says, not by what was noted of it', async () => {
  const { connection, registry, lists } = slips.engine;
  const number = await slips.write('before the facet', { kind: 'major' });
  const tags = ['state=waiting', 'reporter=emily'];
  await records().updateOne({ number }, { $set: { filed: FILING - 1, facets: {}, tags } });
  await refileRecords(connection, registry);
  const reader = { all: true, ids: [] };
  const asked = { type: 'slip', standing: 'open', tags: [['kind=major']], reader, now: slips.engine.now() } as const;
  expect((await lists.page(asked, 0, 10)).records).toMatchObject([{ number }]);
});

test('those to be filed again are found by an index', async () => {
  const stale = recordModel(slips.engine.connection).find({ filed: { $in: [null, 0] } });
  expect(planStages(await stale.lean().explain('queryPlanner'))).not.toContain('COLLSCAN');
});
