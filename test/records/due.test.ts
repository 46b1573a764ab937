import { describe, expect, test } from 'vitest';
import { answers } from '../quality/finding/answers.ts';
import { testOrganisation } from '../support/organisation.ts';
import { openPureEngine } from '../worlds/pure-engine.ts';

const issued = (at: string, org = testOrganisation()) => {
  const desk = openPureEngine(org, new Date(at));
  return desk.make(desk.report(), 'chen-jing', 'issue', answers.issue);
};

describe('five working days for the report (R16)', () => {
  test.each([
    { from: '2025-09-29', at: '2025-09-29T02:00:00Z', day: '2025-10-13' },
    { from: '2025-09-26', at: '2025-09-26T02:00:00Z', day: '2025-10-10' },
    { from: '2026-11-23', at: '2026-11-23T02:00:00Z', day: '2026-11-30' },
    { from: 'a Saturday', at: '2026-11-21T02:00:00Z', day: '2026-11-27' },
    { from: 'the next day in Shanghai, though not yet in UTC', at: '2026-11-23T16:30:00Z', day: '2026-12-01' },
  ])('from $from end on $day', ({ at, day }) => {
    expect(issued(at).due).toMatchObject({ day, days: 5, provisional: false });
  });

  test('end with the last millisecond of the day, by the clock of the department', () => {
    expect(issued('2025-09-29T02:00:00Z').due?.at.toISOString()).toBe('2025-10-13T15:59:59.999Z');
  });

  test('are provisional where they reach into a year that is not published', () => {
    expect(issued('2026-12-29T02:00:00Z').due).toMatchObject({ day: '2027-01-05', provisional: true });
  });

  test('are as many as the settings say', () => {
    const org = testOrganisation({ settings: { workingDays: { capa: 3 } } });
    expect(issued('2026-11-23T02:00:00Z', org).due).toMatchObject({ day: '2026-11-26', days: 3 });
  });

  test('do not begin again when a handler is named', () => {
    const desk = openPureEngine();
    const record = desk.make(desk.report(), 'chen-jing', 'issue', answers.issue);
    desk.at('2026-11-26T02:00:00Z');
    expect(desk.make(record, 'wang-lei', 'assign', answers.assign).due).toEqual(record.due);
  });
});
