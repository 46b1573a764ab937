import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import {
  expectSound,
  fill,
  findingOn,
  issue,
  type OnPlatform,
  openOnPlatform,
  platforms,
  press,
  pressMore,
  report,
} from './stage.ts';

describe.each(platforms)('on %s', (platform) => {
  let stage: OnPlatform;
  beforeAll(async () => {
    stage = await openOnPlatform(platform);
  });
  afterAll(() => stage.stop());

  test('two reports of one matter are merged: what was seen and who saw it go along, and both hear of it', async () => {
    const { desk } = stage;
    const first = await report(stage, '3号机房门禁记录缺了三天，交接单上也没有写');
    await issue(stage, first, '门禁记录缺失三天');
    await desk.say('xu-fang', '/finding new');
    await fill(stage, 'xu-fang', { what: '3号机房门禁记录缺失三天', where: '3号机房' });
    await expect
      .poll(() => desk.told('xu-fang'))
      .toContain(`可能是同一件事：\n${first}`.replaceAll('\n', platform === 'Slack' ? '\\n' : '\n'));
    const second = 'FD-2026-0002';

    await press(stage, 'li-na', second, '合并');
    expect(await desk.formText('li-na')).toContain(first);
    await desk.fill('li-na', { into: 'FD-2026-0999' });
    expect(await desk.formText('li-na')).toContain('不能合并到 FD-2026-0999');
    await fill(stage, 'li-na', { into: first });
    expect((await findingOn(stage, second)).state).toBe('merged');
    expect(await desk.directMessage('xu-fang')).toContain(`${second} 与 ${first} 是同一件事`);
    expect(await desk.directMessage('wang-lei')).toContain('已并入');
    const kept = await findingOn(stage, first);
    expect(kept.data.merged).toEqual([{ number: second, reporterId: 'xu-fang' }]);
    expect(kept.common.evidence).toMatchObject([{ id: second, text: '3号机房门禁记录缺失三天', authorId: 'xu-fang' }]);
    expect((await desk.channel()).join()).toContain('3号机房门禁记录缺失三天');
  });

  test('the person who issues a finding is told of an open one of the same department and clause, regardless of its title', async () => {
    const issueAs = async (what: string, criterion: string) => {
      const number = await report(stage, what);
      await press(stage, 'li-na', number, '下发');
      expect(await stage.desk.formText('li-na')).not.toContain('可能是同一件事');
      await fill(stage, 'li-na', { title: what, kind: 'minor', department: 'omd', criterion, source: 'spotCheck' });
      return number;
    };
    const first = await issueAs('机柜钥匙没有登记', '《机房管理规定》第7.3条');
    await issueAs('巡检少走一层', '机房管理规定 7.3');
    const told = `${first} 机柜钥匙没有登记（待整改）`;
    await eventually(() => stage.seen('li-na').includes(told));
  });

  test('what has come again is linked, and its card says of what; a number that nobody gave is refused', async () => {
    const { desk } = stage;
    const again = await report(stage, '2号机房备用电源没有测试');
    await pressMore(stage, 'li-na', again, '关联其他记录');
    await desk.fill('li-na', { kind: 'recurrence', number: 'FD-2026-0777' });
    expect(await desk.formText('li-na')).toContain('没有找到 FD-2026-0777');
    await fill(stage, 'li-na', { kind: 'recurrence', number: 'FD-2026-0001' });
    expect((await findingOn(stage, again)).common.links).toEqual([{ kind: 'recurrence', number: 'FD-2026-0001' }]);
    const card = (await desk.channel()).find((text) => text.includes('备用电源'));
    expect(card).toContain('FD-2026-0001 再次发生');
    await expectSound(stage);
  });
});
