import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordModel } from '../../../src/records/store/record-model.ts';
import { planStages } from '../../support/database.ts';
import { openSlips, type Slips } from './slips.ts';

let slips: Slips;
const everybody = { all: true, ids: [] };
beforeAll(async () => {
  slips = await openSlips();
  await slips.write('3号机房门禁记录缺失', {});
  await slips.write('备件出库未登记', {});
  await slips.write('Shift log lacks two days', {});
  await slips.write('3号机房门禁记录又缺失', {});
  await slips.write('工单关闭后没有回访', { department: 'omd', kind: 'minor' });
  await slips.act('3号机房门禁记录又缺失', 'close');
});
afterAll(() => slips.engine.stop());

const similar = async (title: string, more: object = {}, limit = 5) => {
  const found = await slips.engine.similar.similarTo({ type: 'slip', title, same: {}, ...more }, everybody, limit);
  return found.map((record) => record.title);
};

describe('similar open records', () => {
  test.each([
    { title: '机房门禁记录缺失两天', found: ['3号机房门禁记录缺失'] },
    { title: 'Two days are missing in the SHIFT LOG', found: ['Shift log lacks two days'] },
    { title: 'The shift plan of next week is late', found: [] },
    { title: '备件出库没有登记', found: ['备件出库未登记'] },
    { title: '机房', found: [] },
    { title: '', found: [] },
    { title: '！', found: [] },
  ])('to "$title"', async ({ title, found }) => {
    expect(await similar(title)).toEqual(found);
  });

  test('include those of the same department and kind, regardless of title, after the more similar ones', async () => {
    const same = { department: 'omd', kind: 'minor' };
    expect(await similar('机房门禁记录缺失两天', { same })).toEqual(['3号机房门禁记录缺失', '工单关闭后没有回访']);
    expect(await similar('空调', { same: { ...same, kind: 'major' } })).toEqual([]);
  });

  test('are no more than asked for, and never the record itself', async () => {
    const [first] = await slips.engine.similar.similarTo(
      { type: 'slip', title: '备件出库未登记', same: {} },
      everybody,
      5,
    );
    expect(first).toMatchObject({ similarity: 1, same: false, state: 'waiting' });
    expect(await similar('备件出库未登记', { except: first?.number })).toEqual([]);
    expect(await similar('备件出库未登记', { same: { department: 'omd' } }, 1)).toEqual(['备件出库未登记']);
  });

  test('are none that the asker may not read', async () => {
    const records = recordModel(slips.engine.connection).collection;
    const title = '备件出库未登记';
    await records.updateOne({ title }, { $set: { restricted: true, readerIds: ['huang-tao'] } });
    const matter = { type: 'slip', title, same: {} };
    expect(await slips.engine.similar.similarTo(matter, { all: false, ids: ['xu-fang'] }, 5)).toEqual([]);
    expect(await slips.engine.similar.similarTo(matter, { all: false, ids: ['huang-tao'] }, 5)).toHaveLength(1);
    await records.updateOne({ title }, { $set: { restricted: false, readerIds: [] } });
  });
});

test.each([{ tags: { $all: ['department=omd', 'kind=minor'] } }, { terms: { $in: ['机房', '房门'] } }])(
  'are found by an index: %j',
  async (condition) => {
    const query = recordModel(slips.engine.connection).find({ type: 'slip', open: true, ...condition });
    const stages = planStages(await query.sort({ createdAt: -1 }).lean().explain('queryPlanner'));
    expect(stages).toContain('IXSCAN');
    expect(stages).not.toContain('COLLSCAN');
  },
);
