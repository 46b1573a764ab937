import { expect, test } from 'vitest';
import { movedClock } from '../support/moved-clock.ts';
import type { WholeBot } from '../worlds/whole-bot.ts';
import { everywhere } from './everywhere.ts';

const agent = 'xu-fang';
const manager = 'li-na';
const approver = 'zhou-min';

/** An incident that was resolved at some time, after which the customer was very satisfied. */
async function rated({ app, settle }: WholeBot, resolvedAt: string): Promise<void> {
  const facts = { reportedAt: resolvedAt, resolvedAt, requester: { name: '钱明' } };
  const told = { source: { system: 'itsm', externalId: 'A-1' }, at: resolvedAt, facts };
  const created = await app.records.create({
    type: 'incident',
    answers: { kind: 'incident', title: '闸机不能刷卡', project: 'metro-3', channel: 'phone', priority: 'p3', told },
    actor: { kind: 'source', name: 'itsm' },
    origin: 'intake:itsm:A-1',
  });
  if (created.verdict !== 'created') throw new Error(JSON.stringify(created));
  await settle();
  const answers = { score: '5', complaint: 'no' };
  const asked = { move: 'answer', answers, actor: { kind: 'person', id: agent, via: 'console' }, round: null } as const;
  await app.records.perform({ number: `${created.record.number}-C1` }, { ...asked, interaction: 'called' });
  await settle();
}

/** The first working days of the fourth quarter, after the National Day holidays, and of the next year. */
const periods = [
  {
    kind: 'quarter 2026-Q3',
    number: 'SA-2026-0001',
    title: '2026年第三季度客户满意度调查分析报告',
    resolvedAt: '2026-09-28T02:00:00.000Z',
    drafted: '2026-10-08T01:00:30Z',
    reckoned: '2026-10-08T02:00:30Z',
    figures: ['满意度 上季度', '客户满意度 · 2026年第三季度'],
  },
  {
    kind: 'year 2026',
    number: 'SA-2027-0002',
    title: '2026年度客户满意度综合分析报告',
    resolvedAt: '2026-12-29T02:00:00.000Z',
    drafted: '2027-01-01T01:00:30Z',
    reckoned: '2027-01-01T02:00:30Z',
    figures: ['满意度 去年', '客户满意度 · 2026年'],
  },
] as const;

test.each(everywhere.flatMap(([where, open]) => periods.map((period) => ({ where, open, ...period }))))(
  '$title is drafted by itself, written, approved and posted with its charts on $where',
  async ({ open, kind, number, title, resolvedAt, drafted, reckoned, figures }) => {
    const clock = movedClock(drafted);
    const { desk, scene } = await open(clock, { purposes: ['digest'] });
    await rated(scene, resolvedAt);
    await scene.app.sweep();
    await scene.settle();
    const toManager = await desk.directMessage(manager);
    expect(toManager).toContain(title);
    expect(toManager).toContain('数据一小时内填入');

    // Begun by hand as well, it is the one that there is.
    await desk.say(manager, '/qm satisfactionreport new');
    expect(await desk.fill(manager, { period: kind })).toBe('');
    await expect.poll(() => desk.told(manager)).toContain(`已有 ${number}`);

    clock.moveTo(reckoned);
    await scene.app.sweep();
    await scene.settle();
    await desk.press(manager, number, '编写');
    expect(await desk.fill(manager, { conclusion: '客户满意，下期起推广回访。' })).toBe('');
    await scene.settle();
    expect((await desk.channel()).join()).not.toContain(title);

    await desk.press(manager, number, '提交');
    await scene.settle();
    expect(await desk.directMessage(approver)).toContain('下期起推广回访');
    await desk.press(approver, number, '批准');
    await scene.settle();
    const posted = (await desk.channel()).find((text) => text.includes(title)) ?? '';
    expect(posted).toContain('各月满意度（%）');
    expect(posted).toContain('100% (1/1)');
    expect((await scene.app.records.load({ number }))?.state).toBe('approved');

    await desk.say(manager, figures[0]);
    await expect.poll(() => desk.told(manager)).toContain(figures[1]);
  },
);
