import { expect, test } from 'vitest';
import { drawDueReminders } from '../../jobs/due-reminders/card.ts';
import { dueReminders } from '../../jobs/due-reminders.ts';
import { endOfDay } from '../../src/calendar/day.ts';
import type { Card, Line } from '../../src/chat/card.ts';
import { toPlainText } from '../../src/chat/text.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { testOrganisation } from '../support/organisation.ts';
import { due, listed, org, remind } from './mornings.ts';

test.each([
  ['2026-11-20', undefined],
  ['2026-11-23', ['FD-1 0 1']],
  ['2026-11-24', ['FD-1 0 0']],
  ['2026-11-25', ['FD-1 1 0']],
  ['2026-11-30', ['FD-1 4 0']],
])('on %s, of a deadline on Tuesday 24 November says %s', async (day, expected) => {
  const reminders = await remind(day, [due('FD-1', '2026-11-24', ['wang-lei'])]);
  expect(listed(reminders.get('wang-lei')?.content.own)).toEqual(expected);
});

test('reminds on Friday of what is due on Monday or on the weekend, and counts holidays as no delay', async () => {
  const friday = await remind('2026-11-27', [
    due('FD-1', '2026-11-30', ['ma-li']),
    due('FD-2', '2026-11-28', ['ma-li']),
  ]);
  expect(listed(friday.get('ma-li')?.content.own)).toEqual(['FD-2 0 1', 'FD-1 0 1']);
  const afterGoldenWeek = await remind('2026-10-08', [due('FD-1', '2026-09-30', ['ma-li'])]);
  expect(listed(afterGoldenWeek.get('ma-li')?.content.own)).toEqual(['FD-1 1 0']);
});

test('sends one message a person a morning with everything in it, the most late first', async () => {
  const reminders = await remind('2026-11-23', [
    due('FD-1', '2026-11-24', ['wang-lei', 'li-na']),
    due('FD-2', '2026-11-16', ['wang-lei']),
    due('FD-3', '2026-11-23', ['wang-lei'], { departmentId: null }),
  ]);
  expect([...reminders.keys()]).toEqual(['li-na', 'wang-lei', 'zhou-min']);
  expect(reminders.get('wang-lei')).toMatchObject({
    key: 'due-reminders:main:2026-11-23:wang-lei',
    target: { kind: 'user', userId: 'wang-lei' },
    purpose: 'notice',
  });
  expect(listed(reminders.get('wang-lei')?.content.own)).toEqual(['FD-2 5 0', 'FD-3 0 0', 'FD-1 0 1']);
});

test('deputies get what those who are away owe, marked, and nothing twice', async () => {
  const away = testOrganisation();
  const reminders = await remind(
    '2026-11-23',
    [due('FD-1', '2026-11-23', ['wang-lei']), due('FD-2', '2026-11-23', ['wang-lei', 'huang-tao'])],
    away,
  );
  expect(listed(reminders.get('wang-lei')?.content.own)).toEqual(['FD-1 0 0', 'FD-2 0 0']);
  const { own, standingIn } = reminders.get('huang-tao')?.content ?? {};
  expect({ own: listed(own), standingIn: standingIn?.map(({ name, items }) => [name.zh, listed(items)]) }).toEqual({
    own: ['FD-2 0 0'],
    standingIn: [['王磊', ['FD-1 0 0']]],
  });
});

test('writes to nobody who has left or cannot be reached', async () => {
  const reminders = await remind('2026-11-23', [due('FD-1', '2026-11-23', ['fang-lei', 'qian-li', 'nobody'])]);
  expect([...reminders.keys()]).toEqual([]);
});

test.each([
  ['2026-11-23T00:29:59Z', []],
  ['2026-11-23T00:30:00Z', ['2026-11-23']],
  ['2026-11-23T12:59:59Z', ['2026-11-23']],
  ['2026-11-23T13:00:00Z', []],
  ['2026-11-21T02:00:00Z', []],
  ['2026-10-10T02:00:00Z', ['2026-10-10']],
])(
  'at %s the turns due are %j: from half past eight until the quiet hours, on days that are worked',
  (instant, expected) => {
    const turns = dueReminders.occurrencesDue(org, new Date(instant));
    expect(turns.map(({ period }) => period)).toEqual(expected);
  },
);

test('wakes at the time of reminders by the clock of each site', () => {
  expect(dueReminders.cronTimes(org)).toEqual([{ cron: '30 8 * * *', zone: 'Asia/Shanghai' }]);
});

const linesOf = ({ text, button, also }: Line) =>
  [toPlainText(text), button && `[${button.label}]`, also && `[${also.label}]`].filter(Boolean).join(' ');

/** A card as it is read. */
function read({ title, blocks }: Card): string[] {
  const lines = blocks.flatMap((block) => {
    if (block.kind === 'lines') return block.lines.map(linesOf);
    if (block.kind === 'heading') return [block.text];
    return block.kind === 'text' || block.kind === 'note' ? [toPlainText(block.text)] : [];
  });
  return [title, ...lines];
}

async function cardOf(locale: Locale) {
  const reminders = await remind(
    '2026-12-30',
    [
      due('FD-2026-0007', '2026-12-28', ['huang-tao'], { title: '值班日志缺少两天的巡检记录' }),
      due('FD-2026-0011', '2026-12-29', ['huang-tao'], { title: '备件台账与实物不符' }),
      due('FD-2026-0012', '2026-12-30', ['wang-lei'], { title: '应急预案未按期演练' }),
      due('FD-2026-0013', '2026-12-31', ['huang-tao'], { title: '巡检工单没有复核', provisional: true }),
    ],
    testOrganisation({ deputies: [{ person: 'wang-lei', deputy: 'huang-tao', from: '2026-12-01', to: '2026-12-31' }] }),
  );
  const content = reminders.get('huang-tao')?.content;
  if (!content) throw new Error('no reminder');
  return read(drawDueReminders(content, locale));
}

test('reads well in Chinese', async () => {
  expect(await cardOf('zh-CN')).toMatchInlineSnapshot(`
    [
      "今天请留意这些期限",
      "需要您处理的事项：2 项已逾期，1 项今天到期，1 项即将到期。",
      "FD-2026-0007 值班日志缺少两天的巡检记录
    已逾期 2 个工作日，期限 12月28日（周一）
    已升级给 王磊 [打开] [稍后提醒]",
      "FD-2026-0011 备件台账与实物不符
    已逾期 1 个工作日，期限 12月29日（周二）
    已升级给 王磊 [打开] [稍后提醒]",
      "FD-2026-0013 巡检工单没有复核
    12月31日（周四）到期（暂定：2026 年放假安排尚未公布） [打开] [稍后提醒]",
      "王磊不在期间，由您代为处理",
      "FD-2026-0012 应急预案未按期演练
    今天到期 [打开] [稍后提醒]",
      "如果赶不及，请尽早和质量效能部说一声。",
    ]
  `);
});

test('reads well in English', async () => {
  expect(await cardOf('en')).toMatchInlineSnapshot(`
    [
      "Deadlines to look at today",
      "Waiting for you: 2 overdue, 1 due today, 1 due soon.",
      "FD-2026-0007 值班日志缺少两天的巡检记录
    2 working days overdue, was due 28 Dec (Mon)
    Escalated to Wang Lei [Open] [Snooze]",
      "FD-2026-0011 备件台账与实物不符
    1 working day overdue, was due 29 Dec (Tue)
    Escalated to Wang Lei [Open] [Snooze]",
      "FD-2026-0013 巡检工单没有复核
    Due 31 Dec (Thu) (provisional: the holidays of 2026 are not published yet) [Open] [Snooze]",
      "Standing in for Wang Lei",
      "FD-2026-0012 应急预案未按期演练
    Due today [Open] [Snooze]",
      "If you cannot make it, please tell the quality department early.",
    ]
  `);
});

test('shows the ten most late of many, and says how many it does not show', async () => {
  const many = Array.from({ length: 23 }, (_, index) =>
    due(`FD-${index}`, index === 20 ? '2026-11-20' : '2026-11-23', ['emily'], { title: '长'.repeat(100) }),
  );
  const content = (await remind('2026-11-23', many)).get('emily')?.content;
  if (!content) throw new Error('no reminder');
  const text = read(drawDueReminders(content, 'zh-CN'));
  expect(text).toContain('另有 13 项没有列出，点下面的按钮查看全部。');
  expect(text[2]).toContain(`FD-20 ${'长'.repeat(39)}…`);
  expect(listed(content.own)).toHaveLength(10);
});

test('the button of a line is the move that is waited for; a duty beside the state is named', async () => {
  const items = [
    due('FD-1', '2026-11-23', ['li-na'], { wants: 'approveCapa', round: 2 }),
    due('FD-2', '2026-11-23', ['li-na'], { duty: 'opinion', wants: 'giveOpinion' }),
    due('FD-3', '2026-11-23', ['li-na'], { duty: 'extension' }),
  ];
  const content = (await remind('2026-11-23', items)).get('li-na')?.content;
  if (!content) throw new Error('no reminder');
  const { blocks } = drawDueReminders(content, 'zh-CN');
  const lines = blocks.flatMap((block) => (block.kind === 'lines' ? block.lines : []));
  expect(lines.map(linesOf)).toEqual([
    'FD-1 标题 FD-1\n今天到期 [审批通过] [稍后提醒]',
    'FD-2 · 回复意见 标题 FD-2\n今天到期 [回复意见] [稍后提醒]',
    'FD-3 · 审批延期申请 标题 FD-3\n今天到期 [打开] [稍后提醒]',
  ]);
  expect(lines[0]?.button).toMatchObject({ action: 'finding.approveCapa', value: { number: 'FD-1', round: 2 } });
});

test('the rungs are settings: three days ahead, not on the day, every second day when it is over', async () => {
  const reminders = { before: [3], onTheDay: false, overdueEvery: 2 };
  const other = testOrganisation({ deputies: [], settings: { reminders } });
  const days = ['19', '20', '23', '24', '25', '26', '27', '30'];
  const hit: string[] = [];
  for (const day of days) {
    const found = await remind(`2026-11-${day}`, [due('FD-1', '2026-11-24', ['emily'])], other);
    if (found.has('emily')) hit.push(day);
  }
  expect(hit).toEqual(['19', '25', '27']);
});

test("a person with records at two sites gets one message, by the clock of their own site; each deadline by that of its record's", async () => {
  const london = { id: 'london', name: 'London', zone: 'Europe/London', calendar: 'weekdays' } as const;
  const { departments } = testOrganisation().data;
  const two = testOrganisation({
    deputies: [],
    sites: [{ id: 'main', name: { zh: '总部', en: 'Head office' } }, london],
    departments: departments.map((one) => (one.id === 'rd' ? { ...one, site: 'london' } : one)),
  });
  const items = [
    due('FD-1', '2026-11-23', ['emily', 'li-na']),
    due('FD-2', '2026-11-23', ['emily'], { departmentId: 'rd', dueAt: endOfDay('2026-11-23', 'Europe/London') }),
  ];
  expect([...(await remind('2026-11-23', items, two)).keys()]).toEqual(['li-na']);
  const there = await remind('2026-11-23', items, two, 'london');
  expect([...there.keys()]).toEqual(['emily']);
  expect(listed(there.get('emily')?.content.own)).toEqual(['FD-1 0 0', 'FD-2 0 0']);
});

test('what a person put off is not in their message before that day; others are reminded as before', async () => {
  const items = [
    due('FD-1', '2026-11-24', ['emily', 'li-na'], { snoozes: [{ personId: 'emily', until: '2026-11-25' }] }),
  ];
  expect([...(await remind('2026-11-24', items)).keys()]).toEqual(['li-na']);
  expect([...(await remind('2026-11-25', items)).keys()]).toContain('emily');
});
