import { expect, test } from 'vitest';
import { periodicJobs } from '../../jobs/index.ts';
import { nextOccurrences } from '../../jobs/next/next-jobs.ts';
import { testOrganisation } from '../support/organisation.ts';

const main = { id: 'main', name: { zh: '总部', en: 'Head office' } };
const boston = {
  id: 'boston',
  name: { zh: '波士顿', en: 'Boston' },
  zone: 'America/New_York',
  calendar: 'weekdays',
} as const;
const digest = { id: 'digest', platform: 'console', channel: 'digest', departments: 'all' } as const;
const org = testOrganisation({ sites: [main, boston], channels: [{ ...digest, purposes: ['digest'] }] });

const coming = (now: string) =>
  nextOccurrences(periodicJobs, org, new Date(now)).map(
    ({ job, scope, period, dueAt }) => `${dueAt.toISOString().slice(0, 16)} ${job} ${scope} ${period}`,
  );

test('each site’s next reminder and each channel’s next digest and summary come, the soonest first', () => {
  // Friday noon in Shanghai: the next working morning there is Monday's, and in Boston it is still to come today.
  expect(coming('2026-11-20T04:00:00Z')).toEqual([
    '2026-11-20T05:00 report-figures all 2026-11-20T05',
    '2026-11-20T13:30 due-reminders boston 2026-11-20',
    '2026-11-20T14:00 survey-care boston 2026-11-20',
    '2026-11-21T00:30 visit-planning main 2026-11-21',
    '2026-11-23T00:30 due-reminders main 2026-11-23',
    '2026-11-23T01:00 survey-care main 2026-11-23',
    '2026-11-23T01:00 weekly-digest digest 2026-W48',
    '2026-12-01T01:00 monthly-satisfaction digest 2026-11',
    '2026-12-01T01:00 monthly-summary digest 2026-11',
    '2026-12-01T01:00 survey-round main 2026-12',
    '2026-12-01T14:00 survey-round boston 2026-12',
    '2027-01-01T01:00 satisfaction-drafts main 2026-Q4',
  ]);
});

test('what falls into a long holiday comes after it, and what is due this minute has come already', () => {
  // The national holiday of 2026 lasts until 7 October; the clocks of Boston change on 1 November.
  expect(coming('2026-10-01T01:00:00Z')).toEqual([
    '2026-10-01T02:00 report-figures all 2026-10-01T02',
    '2026-10-01T12:30 due-reminders boston 2026-10-01',
    '2026-10-01T13:00 survey-care boston 2026-10-01',
    '2026-10-01T13:00 survey-round boston 2026-10',
    '2026-10-02T00:30 visit-planning main 2026-10-02',
    '2026-10-08T00:30 due-reminders main 2026-10-08',
    '2026-10-08T01:00 monthly-satisfaction digest 2026-09',
    '2026-10-08T01:00 monthly-summary digest 2026-09',
    '2026-10-08T01:00 satisfaction-drafts main 2026-Q3',
    '2026-10-08T01:00 survey-care main 2026-10-08',
    '2026-10-08T01:00 weekly-digest digest 2026-W41',
    '2026-11-01T01:00 survey-round main 2026-11',
  ]);
});
