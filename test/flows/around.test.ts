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

const DAY = 24 * 3_600_000;

describe.each(platforms)('on %s', (platform) => {
  let stage: OnPlatform;
  let number: string;
  beforeAll(async () => {
    stage = await openOnPlatform(platform);
    number = await report(stage, '3号机房空调滤网没有按月清洗');
    await issue(stage, number, '空调滤网未按月清洗');
  });
  afterAll(() => stage.stop());
  const card = async () => (await stage.desk.channel()).find((text) => text.includes(number)) ?? '';

  test('it is passed on within the department: the new handler gets it, the head hears of it, the deadline stays', async () => {
    const { desk } = stage;
    await pressMore(stage, 'wang-lei', number, '转交');
    await fill(stage, 'wang-lei', { to: 'liu-yang', reason: '三号线机房由刘洋负责' });
    expect(await desk.directMessage('liu-yang')).toContain(number);
    await pressMore(stage, 'liu-yang', number, '转交');
    await fill(stage, 'liu-yang', { to: 'wu-qiang', reason: '本周由吴强当班' });
    expect(await desk.directMessage('wang-lei')).toContain(`${number} 已转交给 吴强。原因：本周由吴强当班`);
    const passed = await findingOn(stage, number);
    expect(passed).toMatchObject({
      ownerIds: ['wu-qiang'],
      due: { day: '2026-11-30' },
      data: { handlerId: 'wu-qiang' },
    });
    expect(passed.data.transfers).toMatchObject([
      { from: 'wang-lei', to: 'liu-yang' },
      { from: 'liu-yang', to: 'wu-qiang' },
    ]);
  });

  test('what was issued is amended: the old words and the new stand on the card, and both sides are told', async () => {
    const { desk } = stage;
    await pressMore(stage, 'li-na', number, '修订');
    await fill(stage, 'li-na', { title: '空调滤网未按周清洗', reason: '规程要求按周' });
    expect(await card()).toContain('空调滤网未按月清洗 → 空调滤网未按周清洗');
    for (const person of ['wu-qiang', 'huang-tao']) {
      expect(await desk.directMessage(person)).toContain(`${number} 的内容有修订。原因：规程要求按周`);
    }
  });

  test('a colleague is asked for an opinion, gives it, and it stands on the card', async () => {
    const { desk } = stage;
    await pressMore(stage, 'wu-qiang', number, '征求意见');
    await fill(stage, 'wu-qiang', { of: 'zheng-kai', question: '滤网更换周期能否改为两周？' });
    expect(await desk.directMessage('zheng-kai')).toContain('征求您的意见：滤网更换周期能否改为两周？');
    expect(await findingOn(stage, number)).toMatchObject({
      duties: expect.arrayContaining([expect.objectContaining({ step: 'opinion' })]),
    });
    await desk.say('zheng-kai', `/finding show ${number}`);
    await eventually(() => desk.press('zheng-kai', number, '回复意见'));
    await fill(stage, 'zheng-kai', { opinion: '厂家手册写的是一周，不建议改' });
    expect(await desk.directMessage('wu-qiang')).toContain('厂家手册写的是一周');
    expect(await card()).toContain('厂家手册写的是一周');
  });

  test('more time is asked for, declined, the declining taken back, then granted once; on time stays by the first deadline', async () => {
    const { desk } = stage;
    await pressMore(stage, 'wu-qiang', number, '申请延期');
    await fill(stage, 'wu-qiang', { day: '2026-12-04', reason: '滤网到货要到周四' });
    expect(await desk.directMessage('li-na')).toContain('延期到 2026年12月4日');
    await desk.say('li-na', `/finding show ${number}`);
    await eventually(() => desk.press('li-na', number, '不同意延期'));
    await fill(stage, 'li-na', { remark: '可以先用备件' });
    expect(await desk.directMessage('wu-qiang')).toContain('没有同意');
    expect((await findingOn(stage, number)).due?.day).toBe('2026-11-30');
    await press(stage, 'li-na', number, '撤回上一步');
    expect((await findingOn(stage, number)).common.extensions).toMatchObject([{ day: '2026-12-04' }]);
    await desk.say('li-na', `/finding show ${number}`);
    await eventually(() => desk.press('li-na', number, '同意延期'));
    await stage.settle();
    expect(await desk.directMessage('wu-qiang')).toContain('是否按期仍按最初期限计算');
    const extended = await findingOn(stage, number);
    expect(extended.due?.day).toBe('2026-12-04');
    expect(extended.clocks.find(({ step }) => step === 'issued')?.first).toEqual(new Date('2026-11-30T15:59:59.999Z'));
    expect(await card()).toContain('最初期限 2026年11月30日');
    await pressMore(stage, 'wu-qiang', number, '申请延期');
    await desk.fill('wu-qiang', { day: '2026-12-11', reason: '还是来不及' });
    expect(await desk.formText('wu-qiang')).toContain('最多延期 1 次');
  });

  test('it is nudged once a day', async () => {
    const { desk, clock } = stage;
    const nudge = async () => {
      await pressMore(stage, 'huang-tao', number, '催办');
      return desk.told('huang-tao');
    };
    expect(await nudge()).toContain('已催办了一次');
    expect(await desk.directMessage('wu-qiang')).toContain(`黄涛 催办 ${number}，请尽快处理`);
    expect(await nudge()).toContain('黄涛 今天已经催过了');
    clock.advance(DAY);
    expect(await nudge()).toContain('已催办了一次');
    expect((await findingOn(stage, number)).common.nudge).toEqual({ by: 'huang-tao', day: '2026-11-24' });
  });

  test('what is written in its thread is added with its picture, by one call of the bot', async () => {
    const { desk } = stage;
    await stage.addFromThread('xu-fang', number, '滤网已经全黑');
    await stage.settle();
    await stage.settle();
    expect((await findingOn(stage, number)).common.evidence).toMatchObject([
      { kind: 'quote', text: '滤网已经全黑', authorId: 'xu-fang' },
      { kind: 'file', state: 'stored', stored: { type: 'image/jpeg' } },
    ]);
    expect(await desk.directMessage('wu-qiang')).toContain(`徐芳 为 ${number} 补充了证据`);
    expect(await card()).toContain('滤网已经全黑');
  });

  test('a follower is notified when it moves on, until they stop', async () => {
    const { desk } = stage;
    for (const person of ['lin-feng', 'ma-li']) await pressMore(stage, person, number, '关注');
    await pressMore(stage, 'ma-li', number, '取消关注');
    await pressMore(stage, 'li-na', number, '撤销');
    await fill(stage, 'li-na', { reason: '滤网归物业清洗' });
    expect(await desk.directMessage('lin-feng')).toContain(`您关注的 ${number} 有进展：已撤销`);
    expect(await desk.directMessage('ma-li')).not.toContain('有进展');
    await expectSound(stage);
  });
});
