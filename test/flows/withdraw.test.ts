import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectSound, fill, findingOn, type OnPlatform, openOnPlatform, platforms, press, pressMore } from './stage.ts';
import { ACTION, NUMBER, reportAndIssue, writeAndSubmit } from './thread.ts';

const MINUTE = 60_000;

describe.each(platforms)('on %s', (platform) => {
  let stage: OnPlatform;
  beforeAll(async () => {
    stage = await openOnPlatform(platform);
  });
  afterAll(() => stage.stop());

  test('a report is written and handed in', async () => {
    await reportAndIssue(() => stage.desk, stage.settle);
    await writeAndSubmit(() => stage.desk, stage.settle);
    expect((await findingOn(stage, NUMBER)).state).toBe('submitted');
  });

  test('a report is withdrawn by the person who submitted it, and its time runs on', async () => {
    expect(await findingOn(stage, NUMBER)).toMatchObject({
      state: 'submitted',
      data: { submission: { by: 'liu-yang' } },
    });
    await expect(stage.desk.press('wang-lei', NUMBER, '撤回报告')).rejects.toThrow('no button');
    await press(stage, 'liu-yang', NUMBER, '撤回报告');
    const back = await findingOn(stage, NUMBER);
    expect(back).toMatchObject({ state: 'issued', round: 0, due: { day: '2026-11-30' } });
    expect(back.clocks.filter(({ step }) => step === 'issued')).toMatchObject([{ metAt: null }]);
    await press(stage, 'liu-yang', NUMBER, '提交报告');
    expect((await findingOn(stage, NUMBER)).state).toBe('submitted');
  });

  test('a returned report is taken back within five minutes; later the return stands, and so does its round', async () => {
    const { desk, clock } = stage;
    const giveBack = async () => {
      await press(stage, 'li-na', NUMBER, '退回');
      await fill(stage, 'li-na', { reason: '原因没有问到底' });
    };
    await giveBack();
    expect(await findingOn(stage, NUMBER)).toMatchObject({ state: 'returned', round: 1 });
    expect(await desk.directMessage('liu-yang')).toContain('原因没有问到底');
    await press(stage, 'li-na', NUMBER, '撤回上一步');
    expect(await findingOn(stage, NUMBER)).toMatchObject({ state: 'submitted', round: 0 });
    expect(await desk.directMessage('liu-yang')).toContain('以现在的状态为准');

    await giveBack();
    clock.advance(6 * MINUTE);
    await desk.press('li-na', NUMBER, '撤回上一步');
    await expect.poll(() => desk.told('li-na')).toMatch(/撤回时间 .* 已过/);
    await press(stage, 'liu-yang', NUMBER, '提交报告');
    expect(await findingOn(stage, NUMBER)).toMatchObject({ state: 'submitted', round: 1 });
  });

  test('QED withdraws what should not have been issued: its open action ends with it, and everybody concerned is told', async () => {
    const { desk, app } = stage;
    await press(stage, 'li-na', NUMBER, '审批通过');
    expect(await desk.directMessage('liu-yang')).toContain(ACTION);
    await pressMore(stage, 'li-na', NUMBER, '撤销');
    await fill(stage, 'li-na', { reason: '门禁改造前的记录不在本体系范围' });
    await stage.settle();
    expect((await findingOn(stage, NUMBER)).state).toBe('withdrawn');
    expect((await app.records.load({ number: ACTION }))?.state).toBe('withdrawn');
    expect(await desk.directMessage('liu-yang')).toContain(`措施 ${ACTION} 已随发现项撤销`);
    for (const person of ['huang-tao', 'wang-lei']) {
      expect(await desk.directMessage(person)).toContain(`${NUMBER} 已撤销，不用再处理。原因：门禁改造前的记录`);
    }
    expect((await desk.channel()).join()).toContain('已撤销');
    await expectSound(stage);
  });
});
