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

describe.each(platforms)('on %s', (platform) => {
  let stage: OnPlatform;
  beforeAll(async () => {
    stage = await openOnPlatform(platform);
  });
  afterAll(() => stage.stop());

  test('an observation is answered, withdrawn, answered again, returned, agreed on and carried out', async () => {
    const { desk } = stage;
    const number = await report(stage, '交接班记录字迹难认');
    await issue(stage, number, '交接班记录字迹难认', 'observation');
    expect((await findingOn(stage, number)).state).toBe('toAnswer');
    expect(await desk.directMessage('wang-lei')).toContain('有观察项或改进机会需要答复');

    await press(stage, 'wang-lei', number, '答复');
    await desk.fill('wang-lei', { intent: 'will', answer: '改用电子交接单' });
    expect(await desk.formText('wang-lei')).toContain('采取行动需要完成日期');
    await fill(stage, 'wang-lei', { byDay: '2026-12-11' });
    expect(await desk.directMessage('li-na')).toContain('请判断是否采纳');

    const before = await findingOn(stage, number);
    await press(stage, 'wang-lei', number, '撤回答复');
    const withdrawn = await findingOn(stage, number);
    expect([before.state, withdrawn.state]).toEqual(['answered', 'toAnswer']);
    await press(stage, 'wang-lei', number, '答复');
    await fill(stage, 'wang-lei', { intent: 'will', answer: '改用电子交接单，先在机房 B 试行', byDay: '2026-12-11' });

    await press(stage, 'li-na', number, '退回');
    await fill(stage, 'li-na', { reason: '请写明谁来推广到其他机房' });
    expect(await findingOn(stage, number)).toMatchObject({ state: 'answerReturned', round: 1 });
    expect(await desk.directMessage('wang-lei')).toContain('请写明谁来推广');

    await press(stage, 'wang-lei', number, '答复');
    await fill(stage, 'wang-lei', { intent: 'will', answer: '刘洋负责推广', byDay: '2026-12-11' });
    await press(stage, 'li-na', number, '采纳');
    expect(await findingOn(stage, number)).toMatchObject({ state: 'agreed', due: { day: '2026-12-11' } });
    expect(await desk.directMessage('huang-tao')).toContain('责任部门将在 2026年12月11日 前落实');

    await press(stage, 'wang-lei', number, '已落实');
    await fill(stage, 'wang-lei', { carriedOut: '四个机房都已启用' });
    expect((await findingOn(stage, number)).state).toBe('closed');
    for (const person of ['huang-tao', 'li-na']) {
      expect(await desk.directMessage(person)).toContain(`${number} 已落实并关闭：四个机房都已启用`);
    }
  });

  test('an opportunity for improvement may be declined with a reason; when that is accepted it is closed', async () => {
    const { desk } = stage;
    const number = await report(stage, '建议给值班室配第二块屏');
    await issue(stage, number, '值班室配第二块屏', 'ofi');
    await press(stage, 'wang-lei', number, '答复');
    await fill(stage, 'wang-lei', { intent: 'wont', answer: '明年换监控大屏，届时一并解决' });
    await press(stage, 'li-na', number, '采纳');
    expect((await findingOn(stage, number)).state).toBe('closed');
    expect(await desk.directMessage('huang-tao')).toContain(`${number} 已答复并关闭`);
    expect((await desk.channel()).find((text) => text.includes('第二块屏'))).toContain('届时一并解决');
    await expectSound(stage);
  });
});
