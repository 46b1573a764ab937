import { expect, test } from 'vitest';
import { movedClock } from '../support/moved-clock.ts';
import { everywhere } from './everywhere.ts';
import { agent, INCIDENT, tellIncident } from './tell-incident.ts';

const engineer = 'huang-tao';

test.each(everywhere)(
  'an incident goes from a call to its resolution on %s, and waits for the call-back',
  async (_where, open) => {
    const clock = movedClock('2026-11-23T01:00:00Z');
    const stage = await open(clock);
    const { desk, scene } = stage;
    await tellIncident(stage, { reported: '08:55' });
    expect((await desk.channel()).join()).toContain('2026年11月23日 09:05');
    expect((await desk.channel()).join()).not.toContain('02255501200');

    await desk.press(agent, INCIDENT, '指派');
    expect(await desk.fill(agent, { engineer })).toBe('');
    await scene.settle();
    expect(await desk.directMessage(engineer)).toContain('02255501200,801');
    await desk.press(engineer, INCIDENT, '响应');
    expect(await desk.fill(engineer, { engineer })).toBe('');
    await scene.settle();
    expect((await desk.channel()).join()).toContain('2026年11月23日 10:55');

    await desk.press(engineer, INCIDENT, '等待客户');
    expect(await desk.fill(engineer, { reason: '等客户开机房门' })).toBe('');
    await scene.settle();
    clock.moveTo('2026-11-23T03:00:00Z');
    await desk.press(engineer, INCIDENT, '继续处理');
    await scene.settle();
    // Two hours, but for the seconds that it took to say so.
    expect((await desk.channel()).join()).toMatch(/2026年11月23日 12:5[45]/);

    await desk.press(engineer, INCIDENT, '解决');
    expect(await desk.fill(engineer, { done: '更换了读卡器', place: 'onSite' })).toBe('');
    await scene.settle();
    expect((await desk.channel()).join()).toContain('待回访');
    await desk.say(agent, `/incident close ${INCIDENT}`);
    await expect.poll(() => desk.told(agent)).toContain('还没有回访');
    expect((await scene.app.records.load({ number: INCIDENT }))?.state).toBe('resolved');

    clock.moveTo('2026-12-02T01:00:00Z');
    await desk.say(agent, '服务指标 上月 metro-3');
    await expect.poll(() => desk.told(agent)).toContain('服务指标 · 2026年11月');
    expect(await desk.told(agent)).toContain('100%（1/1）');
  },
);
