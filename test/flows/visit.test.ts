import { expect, test } from 'vitest';
import { movedClock } from '../support/moved-clock.ts';
import type { Desk } from './desk.ts';
import { everywhere } from './everywhere.ts';

const NUMBER = 'VS-2026-0001';
const PROMISED = 'VS-2026-0001-K1';
const manager = 'wang-lei';
const lead = 'liu-yang';

test.each(everywhere)(
  'a visit goes from the plan to its record on %s, which is asked for when it is late, and what was promised there is kept',
  async (_where, open) => {
    const clock = movedClock('2026-11-23T01:00:00Z');
    const { desk, scene, files } = await open(clock);
    const stored = (number: string) => scene.app.records.load({ number });
    async function press(
      who: string,
      number: string,
      button: string,
      answers?: Parameters<Desk['fill']>[1],
    ): Promise<void> {
      await desk.press(who, number, button);
      const refused = answers ? await desk.fill(who, answers) : '';
      expect(refused).toBe('');
      await scene.settle();
    }

    await desk.say(manager, '/visit new');
    expect(await desk.fill(manager, { customerId: 'metro', dueDay: '2026-12-10', purpose: '年度服务回顾' })).toBe('');
    await scene.settle();
    await press(manager, NUMBER, '约定日期', { onDay: '2026-11-25', participantIds: [manager, lead] });
    await desk.say(manager, `/visit ${NUMBER}`);
    await press(manager, NUMBER, '加入日历');
    expect(files().at(-1)).toMatch(/DTSTART;VALUE=DATE:20261125\r\n[\s\S]*SUMMARY:拜访：滨海地铁集团\r\n/);

    // The day goes by, and nothing is written about it.
    clock.moveTo('2026-11-26T01:00:30Z');
    await scene.app.sweep();
    await scene.settle();
    expect(await desk.directMessage(manager)).toMatch(new RegExp(`逾期[\\s\\S]*${NUMBER}`));
    await desk.say(manager, '/visit list overdue');
    await expect.poll(() => desk.told(manager)).toMatch(new RegExp(`逾期的客户拜访（1）[\\s\\S]*${NUMBER}`));
    await desk.say(manager, `/visit ${NUMBER}`);
    await press(manager, NUMBER, '填写拜访记录', {
      onDay: '2026-11-25',
      participantIds: [manager, lead],
      met: '钱明（运营部经理）',
      notes: '客户希望缩短夜间响应',
      sla: 'partly',
      newServices: '闸机状态大屏',
    });
    await press(manager, NUMBER, '登记承诺', { what: '夜间增派一名值班员', ownerId: lead, dueDay: '2026-12-15' });
    await press(manager, NUMBER, '提交');
    expect(await stored(NUMBER)).toMatchObject({ state: 'closed', data: { submittedBy: manager } });
    expect(await desk.directMessage(lead)).toContain('夜间增派一名值班员');

    await press(lead, PROMISED, '已兑现', { text: '已增派，排班表已发客户' });
    expect(await stored(PROMISED)).toMatchObject({ state: 'done', open: false });
    expect(await stored(NUMBER)).toMatchObject({ data: { commitments: [{ keptOn: '2026-11-26' }] } });
  },
);
