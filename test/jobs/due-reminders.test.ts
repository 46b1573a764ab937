import { expect, test } from 'vitest';
import { dueReminders } from '../../jobs/due-reminders.ts';
import { drawDueReminders } from '../../jobs/due-reminders-card.ts';
import { dueRemindersContent, type ReminderItem } from '../../jobs/due-reminders-content.ts';
import { endOfDay } from '../../src/calendar/day.ts';
import type { Card } from '../../src/chat/card.ts';
import { toPlainText } from '../../src/chat/text.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import type { DueRecord } from '../../src/records/due-query.ts';
import { createRegistry } from '../../src/records/registry.ts';
import { noReports } from '../support/no-reports.ts';
import { testOrganisation } from '../support/organisation.ts';

const routes = new Set(['console:local']);
const org = testOrganisation({ deputies: [] });

const due = (number: string, day: string, ownerIds: string[], changes: Partial<DueRecord> = {}): DueRecord => ({
  number,
  type: 'finding',
  title: `标题 ${number}`,
  ownerIds,
  departmentId: 'omd',
  day,
  provisional: false,
  ...changes,
});

/** The reminders of a day, by person. */
async function remind(day: string, records: readonly DueRecord[], of: Organisation = org) {
  const now = new Date(`${day}T08:30:00+08:00`);
  const dues = {
    async dueByOwner(until: Date) {
      const found = records.filter((record) => endOfDay(record.day, 'Asia/Shanghai') <= until);
      const owners = new Set(found.flatMap(({ ownerIds }) => ownerIds));
      return new Map([...owners].map((owner) => [owner, found.filter(({ ownerIds }) => ownerIds.includes(owner))]));
    },
  };
  const turn = { job: 'due-reminders', scope: 'main', period: day, dueAt: now, until: now };
  const intents = await dueReminders.run(turn, {
    org: of,
    now,
    routes,
    dues,
    reports: noReports,
    registry: createRegistry([]),
  });
  return new Map(
    intents.flatMap((intent) =>
      intent.kind === 'post'
        ? [[intent.personId ?? '', { ...intent, content: dueRemindersContent.parse(intent.content) }]]
        : [],
    ),
  );
}

const listed = (items: readonly ReminderItem[] | undefined) =>
  items?.map(({ number, overBy, dueIn }) => `${number} ${overBy} ${dueIn}`);

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
  expect([...reminders.keys()]).toEqual(['li-na', 'wang-lei']);
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

/** A card as it is read. */
function read({ title, blocks }: Card): string[] {
  const lines = blocks.flatMap((block) => {
    if (block.kind === 'lines') return block.lines.map(({ text, button }) => `${toPlainText(text)} [${button?.label}]`);
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
      "需要您处理的事项：2 项已超期，1 项今天到期，1 项即将到期。",
      "FD-2026-0007 值班日志缺少两天的巡检记录
    已超期 2 个工作日，原定 12月28日（周一） [打开]",
      "FD-2026-0011 备件台账与实物不符
    已超期 1 个工作日，原定 12月29日（周二） [打开]",
      "FD-2026-0013 巡检工单没有复核
    12月31日（周四）到期（暂定：2026 年放假安排尚未公布） [打开]",
      "王磊不在期间，由您代为处理",
      "FD-2026-0012 应急预案未按期演练
    今天到期 [打开]",
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
    2 working days overdue, was due 28 Dec (Mon) [Open]",
      "FD-2026-0011 备件台账与实物不符
    1 working day overdue, was due 29 Dec (Tue) [Open]",
      "FD-2026-0013 巡检工单没有复核
    Due 31 Dec (Thu) (provisional: the holidays of 2026 are not published yet) [Open]",
      "Standing in for Wang Lei",
      "FD-2026-0012 应急预案未按期演练
    Due today [Open]",
      "If you cannot make it, please tell the quality department early.",
    ]
  `);
});

test('says how many lines it does not show', () => {
  const item = { type: 'finding', day: '2026-11-23', overBy: 0, dueIn: 0, provisional: false };
  const own = Array.from({ length: 23 }, (_, index) => ({ ...item, number: `FD-${index}`, title: '长'.repeat(100) }));
  const text = read(drawDueReminders({ notice: 'due-reminders', own, standingIn: [] }, 'zh-CN'));
  expect(text).toContain('另有 3 项没有列出，发送 /qm mine 可查看全部。');
  expect(text[2]).toBe(`FD-0 ${'长'.repeat(59)}…\n今天到期 [打开]`);
});
