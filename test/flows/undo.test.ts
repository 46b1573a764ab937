import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  expectSound,
  fill,
  findingOn,
  issue,
  type OnPlatform,
  openOnPlatform,
  platforms,
  press,
  report,
} from './stage.ts';

const MINUTE = 60_000;

describe.each(platforms)('on %s', (platform) => {
  let stage: OnPlatform;
  beforeAll(async () => {
    stage = await openOnPlatform(platform);
  });
  afterAll(() => stage.stop());

  test('a triage is undone within five minutes, those notified of it are told that too, and afterwards it stands', async () => {
    const { desk, clock } = stage;
    const number = await report(stage, '备用发电机没有月度试机记录');
    await press(stage, 'li-na', number, '不成立');
    await fill(stage, 'li-na', { reason: '归设备部门管' });
    expect(await desk.directMessage('huang-tao')).toContain('经判断不成立');
    const rejected = await findingOn(stage, number);
    expect(rejected.state).toBe('rejected');

    clock.advance(3 * MINUTE);
    await press(stage, 'li-na', number, '撤回上一步');
    const back = await findingOn(stage, number);
    expect(back.state).toBe('reported');
    expect(back.data.rejection).toBeUndefined();
    expect(back.history.map(({ move }) => move)).toEqual(['create', 'reject', 'undo']);
    expect(await desk.directMessage('huang-tao')).toContain(`撤回了刚才对 ${number} 的操作（认定不成立）`);

    await press(stage, 'li-na', number, '不成立');
    await fill(stage, 'li-na', { reason: '归设备部门管' });
    clock.advance(6 * MINUTE);
    await desk.press('li-na', number, '撤回上一步');
    await expect.poll(() => desk.told('li-na')).toMatch(/撤回时间 .* 已过/);
    expect((await findingOn(stage, number)).state).toBe('rejected');
  });

  test('a merging is taken back: what it brought leaves the other finding again', async () => {
    const { desk } = stage;
    const kept = await report(stage, '值班电话两次无人接听');
    await issue(stage, kept, '值班电话无人接听');
    const merged = await report(stage, '仓库灭火器过了检验期');
    await press(stage, 'li-na', merged, '合并');
    await fill(stage, 'li-na', { into: kept });
    expect((await findingOn(stage, kept)).common.evidence).toHaveLength(1);

    await press(stage, 'li-na', merged, '撤回上一步');
    expect((await findingOn(stage, merged)).state).toBe('reported');
    const freed = await findingOn(stage, kept);
    expect([freed.data.merged, freed.common.evidence, freed.common.links]).toEqual([[], [], []]);
    expect((await desk.channel()).find((text) => text.includes('值班电话'))).not.toContain('灭火器');
    await expectSound(stage);
  });
});
