import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monthlySummary } from '../../jobs/digest/monthly-summary.ts';
import { comparedWith, monthlyOccurrence, weeklyOccurrence } from '../../jobs/digest/occurrences.ts';
import { weeklyDigest } from '../../jobs/digest/weekly-overdue.ts';
import { verifyAll } from '../../src/cli/verify.ts';
import { createRecordRepository } from '../../src/records/store/record-repository.ts';
import { createReports } from '../../src/records/store/report-repository.ts';
import { movedClock } from '../support/moved-clock.ts';
import { act } from './act.ts';
import { openAgenda } from './agenda.ts';
import { openYearBot, type YearBot } from './bot.ts';
import { type Month, reckonMonth, reckonWeek, type Week } from './reckon.ts';
import { monthSaid, weekSaid } from './said.ts';
import { dayAt, instantOn, isWorked, shift } from './working-days.ts';

const LIVES = Number(process.env.LIVES ?? 300);
const SEED = 20_260_101;
const YEAR = 2026;
/** A little after the digests of a morning are due, and before anybody is at work. */
const MORNING = 9 * 60 + 5;
/** After these a record is raised, or its parent told, before anybody goes on. */
const telling = new Set(['finding.approveCapa', 'finding.approveMajor', 'action.complete']);

const channel = { platform: 'console', workspace: 'local', departments: 'all' } as const;
const clock = movedClock(`${YEAR}-01-01T00:00:00Z`);

let bot: YearBot;
/** What the product and the plain computing say of each period, under the day it was due. */
const weeks: { readonly day: string; readonly product: Week; readonly plain: Week }[] = [];
const months: { readonly day: string; readonly product: Month; readonly plain: Month }[] = [];
let chronicles: ReturnType<typeof openAgenda>['chronicles'];
let steps = 0;

beforeAll(async () => {
  bot = await openYearBot(clock);
  await live();
});

afterAll(() => bot.stop());

/** Lives the year through: every step an interaction with the bot, every morning the digests that are due. */
async function live(): Promise<void> {
  const agenda = openAgenda(SEED, LIVES, YEAR);
  chronicles = agenda.chronicles;
  let morning = instantOn(`${YEAR}-01-01`, MORNING);
  for (let at = agenda.peek(); at; at = agenda.peek()) {
    for (; morning <= at; morning = instantOn(shift(dayAt(morning), 1), MORNING)) await wake(morning);
    const appointment = agenda.next();
    if (!appointment) break;
    clock.moveTo(appointment.at.toISOString());
    const answer = await act(bot.handle, appointment.step, `step-${++steps}`);
    if (telling.has(appointment.step.act)) await bot.settle();
    const number = appointment.step.number || (/[A-Z]+-\d{4}-\d+/.exec(answer)?.[0] ?? '');
    appointment.done({ at: appointment.at, number });
  }
}

async function wake(at: Date): Promise<void> {
  const day = dayAt(at);
  const [site] = bot.org.sites;
  if (!site || !isWorked(day)) return;
  clock.moveTo(at.toISOString());
  const { connection, registry, org: stored } = bot;
  // Every overdue record is held against the plain computing, however many lines a channel would be shown.
  const org = { ...stored, settings: { ...stored.settings, digest: { ...stored.settings.digest, lines: 1e6 } } };
  const ground = { org, registry, reports: createReports(connection, registry), now: at };
  const week = weeklyOccurrence(day, site, org);
  if (week && dayAt(week.dueAt) === day) {
    const content = await weeklyDigest(channel, week.period, comparedWith(week.period, site, org), ground);
    weeks.push({ day, product: weekSaid(content, org), plain: reckonWeek(chronicles, at) });
  }
  const month = monthlyOccurrence(day, site, org);
  if (month && dayAt(month.dueAt) === day) {
    const content = await monthlySummary(channel, month.period, ground);
    months.push({ day, product: monthSaid(content, org), plain: reckonMonth(chronicles, at) });
  }
}

describe(`a year of ${LIVES} findings`, () => {
  test('was lived by people through the bot, to the end', () => {
    expect(chronicles.filter(({ type }) => type === 'finding')).toHaveLength(LIVES);
    expect(steps).toBeGreaterThan(LIVES * 4);
    expect(chronicles.every(({ closedAt }) => closedAt !== null)).toBe(true);
  });

  test('has a digest each week that agrees with the plain computation to the last item', () => {
    expect(weeks.length).toBeGreaterThan(48);
    for (const { day, product, plain } of weeks) expect({ day, said: product }).toEqual({ day, said: plain });
  });

  test('has digests that name the duties beside a state: a confirmation, an opinion, a decision on an extension', () => {
    const overdue = weeks.flatMap(({ plain }) => [...plain.overBy.keys()]);
    expect(new Set(overdue.map((what) => what.split(' ')[1]))).toEqual(
      new Set(['', 'confirm', 'opinion', 'extension']),
    );
  });

  test('has a summary each month that agrees with the plain computation to the last figure', () => {
    expect(months.length).toBeGreaterThanOrEqual(11);
    for (const { day, product, plain } of months) expect({ day, said: product }).toEqual({ day, said: plain });
  });

  test('leaves a history in every record that verifies', async () => {
    const repository = createRecordRepository(bot.connection, bot.registry);
    const { records, faults } = await verifyAll(repository);
    expect(faults).toEqual([]);
    expect(records).toBe(chronicles.length);
  });
});
