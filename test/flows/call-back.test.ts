import { expect, test } from 'vitest';
import { movedClock } from '../support/moved-clock.ts';
import { everywhere, inFeishu, inSlack, type PlatformConversation } from './everywhere.ts';

const agent = 'xu-fang';

/** An incident that Qian Ming called about and that is resolved; its number is the next of the year. */
async function resolved({ desk, scene }: PlatformConversation, number: string, title: string): Promise<void> {
  await desk.say(agent, '/incident new');
  const said = {
    kind: 'incident',
    title,
    project: 'metro-3',
    requester: '钱明',
    channel: 'phone',
    place: 'remote',
    priority: 'p3',
  };
  expect(await desk.fill(agent, said)).toBe('');
  await scene.settle();
  await desk.say(agent, `/incident resolve ${number}`);
  expect(await desk.fill(agent, { done: '更换了读卡器', place: 'remote' })).toBe('');
  await scene.settle();
}

const stateOf = async ({ scene }: PlatformConversation, number: string) =>
  (await scene.app.records.load({ number }))?.state;

test.each([
  ['Slack', inSlack, 'tel:02255501200,801'],
  ['Feishu', inFeishu, 'tel://02255501200,801'],
])(
  'who is satisfied is recorded with one press on %s, and the incident is closed; undone, it is open again',
  async (_where, open, dialled) => {
    const stage = await open(movedClock('2026-11-23T01:00:00Z'));
    const { desk, scene } = stage;
    await resolved(stage, 'IN-2026-0001', 'A 口闸机不能刷卡');
    await resolved(stage, 'IN-2026-0002', 'B 口闸机不能刷卡');

    await desk.say(agent, '/callback');
    await expect.poll(() => desk.told(agent)).toContain(dialled);
    expect(await desk.told(agent)).toContain('这位联系人共 2 条');
    await desk.press(agent, 'IN-2026-0001', '非常满意');
    await scene.settle();
    await expect.poll(() => desk.told(agent)).toContain('B 口闸机不能刷卡');
    expect(await stateOf(stage, 'IN-2026-0001')).toBe('closed');
    expect((await desk.channel()).join()).not.toContain('02255501200');

    await desk.press(agent, 'IN-2026-0001', '撤回上一步');
    await scene.settle();
    expect(await stateOf(stage, 'IN-2026-0001')).toBe('resolved');
    expect(await stateOf(stage, 'IN-2026-0001-C1')).toBe('due');

    await desk.press(agent, 'IN-2026-0001', '满意');
    await scene.settle();
    await desk.press(agent, 'IN-2026-0002', '不满意');
    await scene.settle();
    expect(await stateOf(stage, 'IN-2026-0001')).toBe('closed');
    // Somebody looks at it before it is closed.
    expect(await stateOf(stage, 'IN-2026-0002')).toBe('resolved');
    await desk.say(agent, '/incident close IN-2026-0002');
    await scene.settle();
    expect(await stateOf(stage, 'IN-2026-0002')).toBe('closed');
  },
);

test.each(everywhere)(
  'who does not answer three times on two days is unreached on %s, after which the incident may be closed',
  async (_where, open) => {
    const clock = movedClock('2026-11-23T01:00:00Z');
    const stage = await open(clock);
    const { desk, scene } = stage;
    await resolved(stage, 'IN-2026-0001', 'A 口闸机不能刷卡');
    for (const instant of ['2026-11-23T02:00:00Z', '2026-11-23T06:00:00Z', '2026-11-24T02:00:00Z']) {
      clock.moveTo(instant);
      await desk.say(agent, '/callback');
      await expect.poll(() => desk.told(agent)).toContain('无人接听');
      expect(await stateOf(stage, 'IN-2026-0001-C1')).toBe('due');
      await desk.press(agent, 'IN-2026-0001', '无人接听');
      await scene.settle();
    }
    expect(await stateOf(stage, 'IN-2026-0001-C1')).toBe('unreached');
    expect(await stateOf(stage, 'IN-2026-0001')).toBe('resolved');
    await expect.poll(() => desk.directMessage(agent)).toContain('结束了回访');
  },
);
