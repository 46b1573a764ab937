import { expect, test } from 'vitest';
import { movedClock } from '../support/moved-clock.ts';
import { everywhere } from './everywhere.ts';

const NUMBER = 'SA-2026-0001';
const manager = 'li-na';
const approver = 'zhou-min';

test.each(everywhere)(
  'the report of a quarter is drafted by itself, written, approved and posted on %s',
  async (_where, open) => {
    // The first working day of the fourth quarter, after the National Day holidays.
    const clock = movedClock('2026-10-08T01:00:30Z');
    const { desk, scene } = await open(clock, { purposes: ['digest'] });
    await scene.app.sweep();
    await scene.settle();
    expect(await desk.directMessage(manager)).toContain('2026年第三季度客户满意度调查分析报告');
    expect(await desk.directMessage(manager)).toContain('数据一小时内填入');

    clock.moveTo('2026-10-08T02:00:30Z');
    await scene.app.sweep();
    await scene.settle();
    await desk.press(manager, NUMBER, '编写');
    expect(await desk.fill(manager, { conclusion: '本季度尚无评价，下季度起推广回访。' })).toBe('');
    await scene.settle();
    expect((await desk.channel()).join()).not.toContain('客户满意度调查分析报告');

    await desk.press(manager, NUMBER, '提交');
    await scene.settle();
    expect(await desk.directMessage(approver)).toContain('下季度起推广回访');
    await desk.press(approver, NUMBER, '批准');
    await scene.settle();
    expect((await desk.channel()).join()).toContain('2026年第三季度客户满意度调查分析报告');
    expect((await scene.app.records.load({ number: NUMBER }))?.state).toBe('approved');

    await desk.say(manager, '满意度 上季度');
    await expect.poll(() => desk.told(manager)).toContain('客户满意度 · 2026年第三季度');
  },
);
