import { expect, test } from 'vitest';
import { surveyCare } from '../../jobs/survey-care.ts';
import { surveyPlan } from '../../jobs/survey-plan.ts';
import { surveyRound } from '../../jobs/survey-round.ts';
import { surveyed } from '../quality/surveys/surveying.ts';
import { liveThrough, org } from './live-through.ts';

test('a month begins with one survey of each specialty of each project, once, also after some days away', async () => {
  const round = [
    'survey-round:main:2026-12:metro-3:network',
    'survey-round:main:2026-12:cloud:',
    'survey-round:main:2026-12:lab:',
  ];
  const on = (day: string) => round.map((key) => `${day}: ${key}`);
  expect(await liveThrough(surveyRound, { from: '2026-11-20', days: 30 })).toEqual(on('2026-12-01'));
  expect(await liveThrough(surveyRound, { from: '2026-12-08', days: 20 })).toEqual(on('2026-12-08'));
  expect(await liveThrough(surveyRound, { from: '2026-12-09', days: 20 })).toEqual([]);
});

test('a project that is over, or has not begun, is not surveyed', async () => {
  const [metro, cloud, lab] = org.data.projects;
  const projects = [{ ...metro, active: false }, { ...cloud, start: '2026-12-02' }, lab];
  const lines = await liveThrough(surveyRound, { from: '2026-12-01', days: 1, of: surveyed({ projects } as never) });
  expect(lines).toEqual(['2026-12-01: survey-round:main:2026-12:lab:']);
});

test('who does not answer is asked again on the working mornings five and ten days later, and then left in peace', async () => {
  const reminders: string[] = [];
  const invitedAt = '2026-12-01T01:00:00.000Z';
  const rows = () => [
    { number: 'SI-1', type: 'surveyInvitation', state: 'asked', data: { invitedAt, reminders } },
    { number: 'SI-2', type: 'surveyInvitation', state: 'answered', data: { invitedAt, reminders: [] } },
  ];
  const lines = await liveThrough(surveyCare, { from: '2026-12-01', days: 30, rows }, (move, number, now) => {
    expect([move, number]).toEqual(['remind', 'SI-1']);
    reminders.push(now.toISOString());
  });
  // The 6th and the 12th are no working days.
  expect(lines).toEqual(['2026-12-07: survey-remind:SI-1:1', '2026-12-14: survey-remind:SI-1:2']);
});

test('a month’s survey takes answers until its day is over, and is ended on the next working morning; what was sent back is its lead’s to end', async () => {
  let state = 'collecting';
  const rows = () => [
    { number: 'SV-1', type: 'projectSurvey', state, data: { dueDay: '2026-09-30' } },
    {
      number: 'SV-2',
      type: 'projectSurvey',
      state: 'collecting',
      data: { dueDay: '2026-09-30', returned: '再问一次' },
    },
  ];
  const lines = await liveThrough(surveyCare, { from: '2026-09-28', days: 12, rows }, () => {
    state = 'collected';
  });
  // The national holiday lasts until the 7th.
  expect(lines).toEqual(['2026-10-08: survey-end:SV-1:2026-09-30:2026-10-08']);
});

test('the yearly survey can be planned when its month begins, unless a user has begun it', async () => {
  const plan = (day: string) => [`${day}: survey-plan:2026`];
  expect(await liveThrough(surveyPlan, { from: '2026-09-20', days: 60 })).toEqual(plan('2026-10-01'));
  const march = surveyed({ settings: { surveys: { yearlyMonth: 3 } } });
  expect(await liveThrough(surveyPlan, { from: '2026-02-20', days: 60, of: march })).toEqual(plan('2026-03-01'));
  const never = surveyed({ settings: { surveys: { yearlyMonth: null } } });
  expect(await liveThrough(surveyPlan, { from: '2026-01-01', days: 360, of: never })).toEqual([]);
  const begun = (year: number) => () => [{ number: 'CS-1', type: 'companySurvey', state: 'planning', data: { year } }];
  expect(await liveThrough(surveyPlan, { from: '2026-10-01', days: 5, rows: begun(2026) })).toEqual([]);
  expect(await liveThrough(surveyPlan, { from: '2026-10-01', days: 5, rows: begun(2025) })).toEqual(plan('2026-10-01'));
});
