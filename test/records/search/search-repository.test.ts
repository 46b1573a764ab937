import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListFilter } from '../../../src/records/search/list-filter.ts';
import { createRecordSearch, searchQuery } from '../../../src/records/search/search-repository.ts';
import { recordModel } from '../../../src/records/store/record-model.ts';
import { planStages } from '../../support/database.ts';
import { openSlips, type Slips } from './slips.ts';

let slips: Slips;
beforeAll(async () => {
  slips = await openSlips();
  await slips.write('机房门禁记录缺失', { text: '3号机房', kind: 'major' });
  await slips.write('门禁系统停用', { text: '机房 B 的门禁记录停了两天', kind: 'minor' });
  await slips.write('Shift log lacks inspections', { text: 'Server room B' });
  await slips.write('备件出库未登记', { text: 'inspection 未做' });
  await slips.write('旧的机房门禁', {});
  await slips.act('旧的机房门禁', 'close');
});
afterAll(() => slips.engine.stop());

const filter = (more: Partial<ListFilter> = {}): ListFilter => ({
  type: 'slip',
  standing: 'all',
  tags: [],
  reader: { all: true, ids: [] },
  now: slips.engine.now(),
  ...more,
});

async function found(words: string, more: Partial<ListFilter> = {}) {
  const { records, total } = await createRecordSearch(slips.engine.connection).search(filter(more), words, 0, 10);
  expect(total).toBe(records.length);
  return records.map(({ title }) => title);
}

describe('a search', () => {
  test.each<{ words: string; titles: string[]; more?: Partial<ListFilter> }>([
    { words: '门禁记录', titles: ['机房门禁记录缺失', '门禁系统停用'] },
    { words: '机房 门禁', titles: ['机房门禁记录缺失', '旧的机房门禁', '门禁系统停用'] },
    { words: '机房 门禁', more: { standing: 'open' }, titles: ['机房门禁记录缺失', '门禁系统停用'] },
    { words: '机房', more: { tags: [['kind=minor']] }, titles: ['门禁系统停用'] },
    { words: 'inspection', titles: ['Shift log lacks inspections', '备件出库未登记'] },
    { words: 'INSPECT', titles: ['Shift log lacks inspections', '备件出库未登记'] },
    { words: 'ｓｅｒｖｅｒ room', titles: ['Shift log lacks inspections'] },
    { words: 'insects', titles: [] },
    { words: 'b', titles: ['门禁系统停用', 'Shift log lacks inspections'] },
    { words: '库', titles: ['备件出库未登记'] },
    { words: '空调', titles: [] },
    { words: '？！', titles: [] },
    { words: '', titles: [] },
  ])('for "$words" finds $titles', async ({ words, titles, more }) => {
    expect(await found(words, more)).toEqual(titles);
  });

  test('is turned page by page', async () => {
    const search = createRecordSearch(slips.engine.connection);
    const second = await search.search(filter(), '机房 门禁', 1, 1);
    expect(second).toMatchObject({ records: [{ title: '旧的机房门禁' }], total: 3 });
    expect(second.records[0]).not.toHaveProperty('terms');
  });

  test('finds nothing that the asker may not read', async () => {
    const records = recordModel(slips.engine.connection).collection;
    await records.updateOne({ title: '门禁系统停用' }, { $set: { restricted: true, readerIds: ['huang-tao'] } });
    expect(await found('门禁记录', { reader: { all: false, ids: ['xu-fang'] } })).toEqual(['机房门禁记录缺失']);
    expect(await found('门禁记录', { reader: { all: false, ids: ['huang-tao'] } })).toHaveLength(2);
    await records.updateOne({ title: '门禁系统停用' }, { $set: { restricted: false, readerIds: [] } });
  });

  test.each(['机房', 'inspection log', '库'])('for %s is answered from an index', async (words) => {
    const query = searchQuery(filter({ standing: 'open' }), words);
    const explained = await recordModel(slips.engine.connection)
      .find(query ?? {})
      .lean()
      .explain('queryPlanner');
    expect(planStages(explained)).toContain('IXSCAN');
  });
});
