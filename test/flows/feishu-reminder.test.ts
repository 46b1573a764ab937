import { afterEach, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Message } from '../stand-ins/feishu/world.ts';
import { movedClock } from '../support/moved-clock.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import type { Desk } from './desk.ts';
import { feishuDesk } from './feishu-desk.ts';
import { openFeishu, type SeatedFeishu } from './feishu-seats.ts';
import { orgFor } from './org-for.ts';
import { NUMBER } from './thread.ts';

let seated: SeatedFeishu;
let scene: WholeBot;
let desk: Desk;

afterEach(async () => {
  await scene.stop();
  await seated.feishu.close();
});

/** Everybody on Feishu; `quietUntil`, where given, is when the quiet hours of the site end. */
async function open(quietUntil?: string): Promise<void> {
  const clock = movedClock('2026-11-23T02:00:00Z');
  seated = await openFeishu(clock);
  const org = parse(await orgFor(() => seated.seats, [seated.seats]));
  const [site, ...others] = org.sites;
  const sites = quietUntil ? [{ ...site, quietHours: { from: '21:00', to: quietUntil } }, ...others] : org.sites;
  scene = await openWholeBot(seated.settings, stringify({ ...org, sites }), clock);
  seated.feishu.eventsUrl = `${scene.app.url}/feishu/events`;
  desk = feishuDesk(seated.feishu, seated.seats);
}

/** A nonconformity of the operations department that Liu Yang handles and has taken on: only its report is owed. */
async function issue(number: string, title: string): Promise<void> {
  await desk.say('huang-tao', '/finding new');
  expect(await desk.fill('huang-tao', { what: `${title}，共三天`, where: '3号机房' })).toBe('');
  await scene.settle();
  await desk.press('li-na', number, '下发');
  const answers = { title, kind: 'minor', department: 'omd', criterion: '机房管理规定 4.2', source: 'spotCheck' };
  expect(await desk.fill('li-na', answers)).toBe('');
  await scene.settle();
  await desk.press('wang-lei', number, '指定承办人');
  expect(await desk.fill('wang-lei', { handler: 'liu-yang' })).toBe('');
  await scene.settle();
  await desk.press('liu-yang', number, '确认');
  await scene.settle();
}

/** A card as somebody reads it: Feishu's markdown has entities for what would format. */
const readable = ({ card }: Message): string =>
  JSON.stringify(card ?? null).replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));

/** The reminders that somebody has got so far. */
const remindersOf = (person: string): string[] =>
  seated.feishu.world
    .messagesIn(seated.seats.userId(person))
    .map(readable)
    .filter((text) => text.includes('请留意这些期限'));

/** What the reminders of some people come to after a morning: by the clock of Beijing, a little after half past eight. */
async function morningOf(day: string, people: readonly string[], time = '00:31'): Promise<number[]> {
  scene.clock.moveTo(`${day}T${time}:00Z`);
  await scene.app.sweep();
  await scene.app.sweep();
  await scene.settle();
  return people.map((person) => remindersOf(person).length);
}

test('on Feishu a late report is told to the department head after one working day, to MR after three, to each once', async () => {
  await open();
  await issue(NUMBER, '门禁记录缺失');
  const people = ['liu-yang', 'wang-lei', 'zhou-min'];
  // Due on Monday, 30 November.
  expect(await morningOf('2026-12-01', people)).toEqual([1, 1, 0]);
  expect(remindersOf('wang-lei').at(-1)).toContain('他人逾期，请您过问');
  expect(remindersOf('wang-lei').at(-1)).toContain(NUMBER);
  expect(remindersOf('liu-yang').at(-1)).toContain('已升级给 王磊');
  expect(await morningOf('2026-12-03', people)).toEqual([2, 1, 1]);
  expect(await morningOf('2026-12-04', people)).toEqual([3, 1, 1]);
  const record = await scene.app.records.load({ number: NUMBER });
  expect(record?.common.escalations).toMatchObject([
    { personId: 'wang-lei', after: 1 },
    { personId: 'zhou-min', after: 3 },
  ]);
  expect((await desk.channel()).join()).toContain('逾期已升级：王磊');
}, 60_000);

test('on Feishu two taps put a reminder off to a day; what follows from the deadline does not wait', async () => {
  await open();
  await issue(NUMBER, '门禁记录缺失');
  const people = ['liu-yang', 'wang-lei'];
  expect(await morningOf('2026-11-30', people)).toEqual([1, 0]);
  await desk.press('liu-yang', NUMBER, '稍后提醒');
  await expect.poll(() => desk.told('liu-yang')).toContain('12月2日');
  await desk.press('liu-yang', NUMBER, '12月2日（周三）');
  await expect.poll(() => desk.told('liu-yang')).toContain('推迟了提醒');
  expect(await morningOf('2026-12-01', people)).toEqual([1, 1]);
  expect(await morningOf('2026-12-02', people)).toEqual([2, 1]);
  expect((await scene.app.records.load({ number: NUMBER }))?.due?.day).toBe('2026-11-30');
});

test('on Feishu one message a morning lists what is owed, the most late first, each with its own button', async () => {
  await open();
  await issue(NUMBER, '门禁记录缺失');
  scene.clock.moveTo('2026-11-24T01:00:00Z');
  await issue('FD-2026-0002', '备件出库未登记');
  expect(await morningOf('2026-12-03', ['liu-yang'])).toEqual([1]);
  const [text = ''] = remindersOf('liu-yang');
  const [first, second] = [text.indexOf(NUMBER), text.indexOf('FD-2026-0002')];
  expect(first).toBeGreaterThan(0);
  expect(second).toBeGreaterThan(first);
  expect(text.slice(first, second)).toContain('逾期 3 个工作日');
  expect(text.slice(second)).toContain('逾期 2 个工作日');
  for (const line of [text.slice(first, second), text.slice(second)]) expect(line).toContain('稍后提醒');
});

test('on Feishu a reminder that falls into the quiet hours of the site waits for their end', async () => {
  await open('09:15');
  await issue(NUMBER, '门禁记录缺失');
  expect(await morningOf('2026-11-30', ['liu-yang'])).toEqual([0]);
  expect(await morningOf('2026-11-30', ['liu-yang'], '01:14')).toEqual([0]);
  expect(await morningOf('2026-11-30', ['liu-yang'], '01:15')).toEqual([1]);
});
