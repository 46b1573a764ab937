import { describe, expect, test } from 'vitest';
import { comparedWith, monthlyOccurrence, weeklyOccurrence } from '../../../jobs/digest/occurrences.ts';
import { monthlySummaryJob } from '../../../jobs/monthly-summary.ts';
import { weeklyDigestJob } from '../../../jobs/weekly-digest.ts';
import type { Organisation } from '../../../src/org/organisation.ts';
import { testOrganisation } from '../../support/organisation.ts';

const chinese = testOrganisation();
const name = { zh: '奥斯汀', en: 'Austin' };
/** A site with clocks that change, and holidays of its own. */
const austin = testOrganisation({
  sites: [
    {
      id: 'main',
      name,
      zone: 'America/Chicago',
      calendar: 'weekdays',
      holidays: [{ date: '2026-01-19', name: { zh: '马丁·路德·金日', en: 'Martin Luther King Day' } }],
    },
  ],
});

const site = (org: Organisation) => org.siteOfDepartment('');
const weekly = (day: string, org = chinese) => weeklyOccurrence(day, site(org), org);
const monthly = (day: string, org = chinese) => monthlyOccurrence(day, site(org), org);
const shown = (turn: { dueAt: Date; until: Date } | null) =>
  turn && [turn.dueAt.toISOString(), turn.until.toISOString()];

describe('the weekly digest', () => {
  test.each([
    ['a plain week: Monday at nine, until Friday ends', '2026-11-25', '2026-11-23T01:00', '2026-11-27T15:59'],
    ['53 weeks: the last of 2026', '2026-12-31', '2026-12-28T01:00', '2027-01-01T15:59'],
    ['Monday in a holiday: the next working day', '2025-10-06', '2025-10-09T01:00', '2025-10-10T15:59'],
    ['the end of the Spring Festival on a Monday', '2026-02-23', '2026-02-24T01:00', '2026-02-27T15:59'],
    ['a leap day in the week', '2028-02-29', '2028-02-28T01:00', '2028-03-03T15:59'],
  ])('%s', (_case, day, dueAt, until) => {
    const [from = '', to = ''] = shown(weekly(day)) ?? [];
    expect([from.slice(0, 16), to.slice(0, 16)]).toEqual([dueAt, until]);
  });

  test('a week without a working day has none, and the next one compares with its Monday', () => {
    expect(weekly('2026-02-18')).toBeNull();
    const next = weekly('2026-02-24');
    expect(next && comparedWith(next.period, site(chinese), chinese).toISOString()).toBe('2026-02-16T01:00:00.000Z');
  });

  test('a week whose only working day is a make-up Sunday at its end has its digest then, until that day ends', () => {
    // 2025-09-28 is a Sunday that is worked; an own list takes the rest of its week.
    const free = ['22', '23', '24', '25', '26'].map((date) => ({ date: `2025-09-${date}`, name }));
    const org = testOrganisation({ sites: [{ id: 'main', name, holidays: free }] });
    expect(shown(weekly('2025-09-24', org))).toEqual(['2025-09-28T01:00:00.000Z', '2025-09-28T15:59:59.999Z']);
  });

  test('a site in another zone has it by its own clock, in winter and in summer, and on its own working days', () => {
    expect(shown(weekly('2026-03-03', austin))?.[0]).toBe('2026-03-02T15:00:00.000Z');
    expect(shown(weekly('2026-03-10', austin))?.[0]).toBe('2026-03-09T14:00:00.000Z');
    expect(shown(weekly('2026-11-02', austin))?.[0]).toBe('2026-11-02T15:00:00.000Z');
    expect(shown(weekly('2026-01-20', austin))?.[0]).toBe('2026-01-20T15:00:00.000Z');
  });

  test('settings move it to another day and hour', () => {
    const org = testOrganisation({ settings: { digest: { weekday: 3, time: '16:30' } } });
    expect(shown(weekly('2026-11-23', org))?.[0]).toBe('2026-11-25T08:30:00.000Z');
  });

  const dueAt = (instant: string, org = chinese) =>
    weeklyDigestJob.occurrencesDue(org, new Date(instant)).map(({ scope, period }) => `${scope} ${period}`);

  test('is due from its time on until its week is of no more use, for each channel that takes digests', () => {
    expect(dueAt('2026-11-23T00:59:59Z')).toEqual([]);
    expect(dueAt('2026-11-23T01:00:00Z')).toEqual(['quality 2026-W48', 'operations 2026-W48', 'digest 2026-W48']);
    expect(dueAt('2026-11-27T15:59:59Z')).toEqual(['quality 2026-W48', 'operations 2026-W48', 'digest 2026-W48']);
    expect(dueAt('2026-11-28T02:00:00Z')).toEqual([]);
  });

  test('a clock that jumps back into a week that was done names the same turn again, and no other', () => {
    expect(dueAt('2026-11-24T01:00:00Z')).toEqual(dueAt('2026-11-23T01:00:00Z'));
    expect(dueAt('2026-11-23T01:00:00Z')).not.toEqual(dueAt('2026-11-30T01:00:00Z'));
  });
});

describe('the monthly summary', () => {
  test.each([
    ['the first is a working day', '2026-12-01', '2026-11', '2026-12-01T01:00', '2026-12-15T15:59'],
    ['after New Year and its make-up days', '2026-01-03', '2025-12', '2026-01-04T01:00', '2026-01-15T15:59'],
    ['after the National Day week', '2026-10-05', '2026-09', '2026-10-08T01:00', '2026-10-15T15:59'],
    ['of a February with a leap day', '2028-03-01', '2028-02', '2028-03-01T01:00', '2028-03-15T15:59'],
  ])('%s', (_case, day, month, dueAt, until) => {
    const turn = monthly(day);
    const [from = '', to = ''] = shown(turn) ?? [];
    expect([turn?.period.key, from.slice(0, 16), to.slice(0, 16)]).toEqual([month, dueAt, until]);
  });

  test('is due until the middle of the month', () => {
    const due = (instant: string) => monthlySummaryJob.occurrencesDue(chinese, new Date(instant)).length;
    expect(due('2026-12-01T00:59:00Z')).toBe(0);
    expect(due('2026-12-01T01:00:00Z')).toBe(3);
    expect(due('2026-12-15T15:59:00Z')).toBe(3);
    expect(due('2026-12-16T01:00:00Z')).toBe(0);
  });
});
