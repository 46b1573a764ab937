import { expect, test } from 'vitest';
import type { Organisation } from '../../src/org/organisation.ts';
import { deadlineAt } from '../../src/records/decide/deadline-at.ts';
import { answers } from '../quality/finding/answers.ts';
import { testOrganisation } from '../support/organisation.ts';
import { type Finding, openPureEngine } from '../worlds/pure-engine.ts';

const boston: Organisation = testOrganisation({
  sites: [{ id: 'main', name: { zh: '波士顿', en: 'Boston' }, zone: 'America/New_York', calendar: 'weekdays' }],
});

/** A nonconformity issued at an instant, for which a later day is asked and granted. */
function extended(at: string, day: string, org = testOrganisation()): { asked: Finding; granted: Finding } {
  const desk = openPureEngine(org, new Date(at));
  const issued = desk.make(desk.report(), 'chen-jing', 'issue', answers.issue);
  const asked = desk.make(issued, 'wang-lei', 'askExtension', { day, reason: '等供方的检测报告' });
  return { asked, granted: desk.make(asked, 'chen-jing', 'grantExtension') };
}

test.each([
  [
    'the clocks of its site go back in between',
    '2026-10-26T14:00:00Z',
    '2026-11-04',
    '2026-11-05T04:59:59.999Z',
    boston,
  ],
  ['they go forward in between', '2026-03-02T15:00:00Z', '2026-03-11', '2026-03-12T03:59:59.999Z', boston],
  ['it ends on a leap day', '2028-02-18T02:00:00Z', '2028-02-29', '2028-02-29T15:59:59.999Z', undefined],
  ['it ends in the 53rd week', '2026-12-18T02:00:00Z', '2026-12-31', '2026-12-31T15:59:59.999Z', undefined],
] as const)('an extension holds to the end of its day by the clock of its site: %s', (_case, at, day, end, org) => {
  const { granted } = extended(at, day, org);
  expect(granted.due).toMatchObject({ day, at: new Date(end) });
  const clock = granted.clocks.findLast(({ step }) => step === 'issued');
  expect(clock?.until).toEqual(new Date(end));
  expect(clock && clock.first < clock.until).toBe(true);
  const zone = granted.due?.zone ?? '';
  expect(clock && deadlineAt(clock, granted.common.extensions, new Date(end), zone)).toEqual(new Date(end));
});

test('a request before New Year must be answered by the next working day: the make-up Sunday', () => {
  const { asked } = extended('2025-12-31T02:00:00Z', '2026-01-30');
  expect(asked.duties.find(({ step }) => step === 'extension')).toMatchObject({
    day: '2026-01-04',
    provisional: false,
  });
});
