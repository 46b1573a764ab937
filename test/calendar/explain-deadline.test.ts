import { expect, test } from 'vitest';
import { createCalendar } from '../../src/calendar/create-calendar.ts';
import { describeDeadline } from '../../src/calendar/describe-deadline.ts';
import { explainDeadline } from '../../src/calendar/explain-deadline.ts';

const companyDay = { date: '2025-11-10', name: { zh: '司庆日', en: 'Company day' } };
const shanghai = createCalendar({
  kind: 'cn',
  zone: 'Asia/Shanghai',
  holidays: [companyDay],
  workdays: ['2025-11-08'],
});
const boston = createCalendar({ kind: 'weekdays', zone: 'America/New_York' });
const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);

test.each([
  [
    '2025-09-29',
    5,
    '自9月29日起5个工作日：10月1日至8日（国庆节、中秋节）、10月12日（周末）不计；10月11日（国庆节调休）照常上班；10月13日截止',
    '5 working days from 29 Sep: 1–8 Oct (National Day, Mid-autumn Festival), 12 Oct (weekend) not counted; 11 Oct worked, making up for National Day; due 13 Oct',
  ],
  [
    '2025-11-07',
    2,
    '自11月7日起2个工作日：11月9日至10日（周末、司庆日）不计；11月8日本单位安排上班；11月11日截止',
    '2 working days from 7 Nov: 9–10 Nov (weekend, Company day) not counted; 8 Nov worked by own arrangement; due 11 Nov',
  ],
  [
    '2026-12-28',
    6,
    '自12月28日起6个工作日：2027年1月2日至3日（周末）不计；2027年1月5日截止；该年度放假安排尚未公布，暂定',
    '6 working days from 28 Dec: 2–3 Jan 2027 (weekend) not counted; due 5 Jan 2027; provisional, as that year’s holidays are not published yet',
  ],
  ['2026-11-23', 1, '自11月23日起1个工作日：11月24日截止', '1 working day from 23 Nov: due 24 Nov'],
])('a card explains the deadline %s + %i in one line', (start, days, zh, en) => {
  const deadline = shanghai.addWorkingDays(noon(start), days);
  expect(explainDeadline(deadline, 'zh-CN').short).toBe(zh);
  expect(explainDeadline(deadline, 'en').short).toBe(en);
});

test('free days over the end of a month are told with both months', () => {
  const calendar = createCalendar({
    kind: 'cn',
    zone: 'Asia/Shanghai',
    holidays: [
      { date: '2026-07-31', name: { zh: '盘点日', en: 'Stocktaking' } },
      { date: '2026-08-03', name: { zh: '盘点日', en: 'Stocktaking' } },
    ],
  });
  const { short } = explainDeadline(calendar.addWorkingDays(noon('2026-07-30'), 1), 'en');
  expect(short).toContain('31 Jul – 3 Aug (Stocktaking, weekend) not counted');
});

test('a calendar other than the Chinese one is named', () => {
  const deadline = boston.addWorkingDays(noon('2026-07-02'), 2);
  expect(explainDeadline(deadline, 'en').short).toBe(
    '2 working days from 2 Jul (Monday to Friday): 4–5 Jul (weekend) not counted; due 6 Jul',
  );
  expect(explainDeadline(deadline, 'zh-CN').lines.at(-1)).toBe(
    '截止：2026年7月6日 23:59（America/New_York，周一至周五）',
  );
});

test('a deadline says by whose calendar it was computed', () => {
  const headOffice = createCalendar({
    kind: 'cn',
    zone: 'Asia/Shanghai',
    name: { zh: '总部', en: 'Head office' },
  });
  const usual = headOffice.addWorkingDays(noon('2026-11-23'), 1);
  expect(explainDeadline(usual, 'zh-CN').short).toBe('自11月23日起1个工作日（总部日历：中国法定工作日）：11月24日截止');
  const branch = createCalendar({
    kind: 'weekdays',
    zone: 'America/New_York',
    name: { zh: '波士顿', en: 'Boston' },
    holidays: [{ date: '2026-07-03', name: { zh: '独立日（补假）', en: 'Independence Day (observed)' } }],
  });
  const deadline = branch.addWorkingDays(noon('2026-07-02'), 1);
  expect(explainDeadline(deadline, 'en').short).toBe(
    '1 working day from 2 Jul (Boston’s calendar: Monday to Friday, with its holidays): 3–5 Jul (Independence Day (observed), weekend) not counted; due 6 Jul',
  );
  expect(explainDeadline(deadline, 'en').lines.at(-1)).toBe(
    'Due 6 Jul 2026, 23:59 (America/New_York; Boston’s calendar: Monday to Friday, with its holidays)',
  );
});

test('calendar days and a day chosen by a person are told without arithmetic', () => {
  expect(explainDeadline(shanghai.addCalendarDays(noon('2025-12-20'), 30), 'en').short).toBe(
    '30 days from 20 Dec: due 19 Jan 2026',
  );
  const named = { ...shanghai.addCalendarDays(noon('2025-12-20'), 0), day: '2026-01-19' };
  expect(explainDeadline(named, 'zh-CN').short).toBe('2026年1月19日截止');
});

test('the command prints the day, then the arithmetic day by day', () => {
  expect(describeDeadline(shanghai, '2025-09-29', 5, 'en')).toEqual([
    '2025-10-13',
    '29 Sep Mon: the clock starts',
    '30 Sep Tue: working day 1',
    '1 Oct Wed: not counted (National Day)',
    '2 Oct Thu: not counted (National Day)',
    '3 Oct Fri: not counted (National Day)',
    '4 Oct Sat: not counted (National Day)',
    '5 Oct Sun: not counted (National Day)',
    '6 Oct Mon: not counted (Mid-autumn Festival)',
    '7 Oct Tue: not counted (National Day)',
    '8 Oct Wed: not counted (National Day)',
    '9 Oct Thu: working day 2',
    '10 Oct Fri: working day 3',
    '11 Oct Sat: working day 4 (makes up for National Day)',
    '12 Oct Sun: not counted (Sunday)',
    '13 Oct Mon: working day 5',
    'Due 13 Oct 2025, 23:59 (Asia/Shanghai; Chinese statutory working days)',
  ]);
});

test('the command marks a deadline in an unpublished year as provisional', () => {
  expect(describeDeadline(shanghai, '2027-01-04', 5, 'zh-CN')[0]).toBe('2027-01-11 provisional');
});
