import { expect, test } from 'vitest';
import { movedClock } from '../support/moved-clock.ts';
import { everywhere } from './everywhere.ts';

const NUMBER = 'CP-2026-0001';
const PROPOSED = 'CP-2026-0001-P1';
const agent = 'xu-fang';
const manager = 'wang-lei';
const handler = 'huang-tao';
const quality = 'chen-jing';

test.each(everywhere)(
  'a complaint goes from a call to its closing on %s, becomes a finding, and is taken up again',
  async (_where, open) => {
    const { desk, scene } = await open(movedClock('2026-11-23T01:00:00Z'));
    const stored = (number: string) => scene.app.records.load({ number });
    async function press(who: string, number: string, button: string, answers?: Record<string, string>): Promise<void> {
      await desk.press(who, number, button);
      const refused = answers ? await desk.fill(who, answers) : '';
      expect(refused).toBe('');
      await scene.settle();
    }

    await desk.say(agent, '/complaint new');
    const said = {
      kind: 'complaint',
      what: '报修两个小时没有人联系',
      projectId: 'metro-3',
      contactName: '钱明',
      channel: 'phone',
    };
    expect(await desk.fill(agent, said)).toBe('');
    await scene.settle();
    expect((await desk.channel()).join()).toContain('报修两个小时没有人联系');
    expect(await desk.directMessage(manager)).toContain(
      '您好，您于2026年11月23日提出的投诉已收到，编号 CP-2026-0001。',
    );

    await press(manager, NUMBER, '定级并指派', { severity: 'serious', handlerId: handler });
    await press(handler, NUMBER, '告知客户', { how: 'phone' });
    await press(handler, NUMBER, '答复', { upheld: 'yes', text: '派单晚了 40 分钟。', remedy: '早高峰安排一人驻站。' });
    expect(await stored(PROPOSED)).toMatchObject({ state: 'proposed', data: { cause: 'complaint', about: NUMBER } });

    await press(quality, PROPOSED, '立为发现项');
    expect(await stored(PROPOSED)).toMatchObject({ state: 'filed', data: { finding: 'FD-2026-0001' } });
    expect(await stored('FD-2026-0001')).toMatchObject({
      state: 'reported',
      data: { source: 'complaint', reporterId: quality, projectId: 'metro-3' },
    });

    await press(handler, NUMBER, '登记客户意见', { reaction: 'accepted' });
    await press(handler, NUMBER, '终止', { text: '驻站排班已发客户' });
    expect(await stored(NUMBER)).toMatchObject({ state: 'closed', open: false });

    await desk.say(agent, `/complaint reopen ${NUMBER}`);
    expect(await desk.fill(agent, { text: '第二周又没有人驻站' })).toBe('');
    await scene.settle();
    expect(await stored(NUMBER)).toMatchObject({ state: 'investigating', round: 1, ownerIds: [handler] });

    await desk.say(handler, '/finding new');
    const heard = {
      what: '客户希望每月发一次巡检日历',
      where: '三号线',
      suggestedKind: 'suggestion',
      project: 'metro-3',
    };
    expect(await desk.fill(handler, heard)).toBe('');
    await scene.settle();
    expect(await desk.told(handler)).toContain('CP-2026-0002');
    expect(await stored('CP-2026-0002')).toMatchObject({
      state: 'received',
      data: { kind: 'suggestion', customerId: 'metro', receiverId: handler },
    });
  },
);
