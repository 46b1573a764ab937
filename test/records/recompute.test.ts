import { beforeEach, describe, expect, test } from 'vitest';
import { finding } from '../../src/quality/finding/finding.ts';
import { drawCard } from '../../src/records/card/draw-card.ts';
import { perform } from '../../src/records/decide/perform.ts';
import { verifyHistory } from '../../src/records/decide/verify-history.ts';
import { filingOf, PROVISIONAL } from '../../src/records/search/filing.ts';
import { answers } from '../quality/finding/answers.ts';
import { findingIn } from '../quality/finding/finding-in.ts';
import { testOrganisation } from '../support/organisation.ts';
import { type Finding, openPureEngine, type PureEngine } from '../worlds/pure-engine.ts';

const site = { id: 'main', name: { zh: '总部', en: 'Head office' } };
const newYear = { zh: '元旦', en: 'New Year’s Day' };
const festival = (...days: string[]) => days.map((date) => ({ date, name: newYear }));
/** As it was published: the fourth of January is free as well, and the Saturday before is worked for it. */
const published = testOrganisation({
  sites: [
    { ...site, holidays: festival('2027-01-01', '2027-01-04'), workdays: ['2027-01-02'], publishedYears: [2027] },
  ],
});
/** As it was published elsewhere: the whole week is free. */
const longer = testOrganisation({
  sites: [
    {
      ...site,
      holidays: festival('2027-01-01', '2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08'),
      publishedYears: [2027],
    },
  ],
});

let desk: PureEngine;

beforeEach(() => {
  desk = openPureEngine();
  desk.at('2026-12-29T02:00:00Z');
});

function reckon(record: Finding, org = published) {
  const request = { move: 'reckonAnew', answers: {}, interaction: 'reckon-1', round: null };
  const actor = { kind: 'system', name: 'calendar' } as const;
  return perform(finding, record, { ...request, actor }, { ...desk.setting(), org });
}

function reckoned(record: Finding, org = published): Finding {
  const verdict = reckon(record, org);
  if (verdict.verdict !== 'done') throw new Error(JSON.stringify(verdict));
  return verdict.record;
}

const assigned = () =>
  desk.make(desk.make(desk.report(), 'chen-jing', 'issue', answers.issue), 'wang-lei', 'assign', answers.assign);
const issued = () => desk.make(assigned(), 'liu-yang', 'confirm');
/** A report handed in on the last day of the year, with two working days for the approver. */
function submitted(): Finding {
  desk.at('2026-11-23T02:00:00Z');
  const written = findingIn(desk, 'issued');
  desk.at('2026-12-31T02:00:00Z');
  return desk.make(written, 'liu-yang', 'submitCapa');
}
const clockOf = (record: Finding, step: string) => record.clocks.findLast((clock) => clock.step === step);
const endOf = (day: string) => new Date(`${day}T15:59:59.999Z`);

describe('a provisional deadline, once the calendar of its year has come', () => {
  test('is computed again from the day its clock started, as a move of the system that the card shows', () => {
    const before = issued();
    expect(before.due).toMatchObject({ day: '2027-01-05', provisional: true });
    const after = reckoned(before);
    // 30 and 31 December, the Saturday, then Tuesday and Wednesday.
    expect(after.due).toMatchObject({ day: '2027-01-06', startDay: '2026-12-29', days: 5, provisional: false });
    expect(after.history.at(-1)).toMatchObject({
      move: 'reckonAnew',
      actor: { kind: 'system' },
      due: endOf('2027-01-06').toISOString(),
      changes: [],
    });
    expect(verifyHistory(after.history, after)).toEqual([]);
    const view = { ...desk.setting(), org: published, platform: 'console', workspace: 'local', viewer: null } as const;
    const card = JSON.stringify(drawCard(finding, after, { ...view, locale: 'en' }, { as: 'channel' }));
    expect(card).toContain('recalculated the deadline by the published calendar');
    expect(card).not.toContain('provisional');
  });

  test('is the first deadline, against which on-time is measured', () => {
    const clock = clockOf(reckoned(issued()), 'issued');
    expect(clock).toMatchObject({ first: endOf('2027-01-06'), until: endOf('2027-01-06') });
    expect(clock).not.toHaveProperty('provisionalDays');
  });

  test('is left alone while the calendar is not known, and once it has been computed', () => {
    const before = issued();
    expect(reckon(before, desk.org)).toMatchObject({ refusal: { key: 'reckoning.refusal.notYet' } });
    expect(reckon({ ...reckoned(before), history: [] })).toMatchObject({ verdict: 'refused' });
  });

  test('is computed by nobody but the system', () => {
    expect(desk.ask(finding, issued(), 'chen-jing', 'reckonAnew').verdict).toBe('refused');
  });

  test('keeps a later day that was granted, and is what holds where that day is earlier', () => {
    const asked = desk.make(issued(), 'liu-yang', 'askExtension', { day: '2027-01-08', reason: '等供方的检测报告' });
    const granted = desk.make(asked, 'chen-jing', 'grantExtension');
    expect(reckoned(granted)).toMatchObject({ due: { day: '2027-01-08', days: 0 } });
    expect(clockOf(reckoned(granted), 'issued')).toMatchObject({
      first: endOf('2027-01-06'),
      until: endOf('2027-01-08'),
    });
    expect(reckoned(granted, longer)).toMatchObject({ due: { day: '2027-01-13', days: 5, provisional: false } });
    expect(clockOf(reckoned(granted, longer), 'issued')).toMatchObject({ until: endOf('2027-01-13') });
  });

  test('takes the duties beside it along: a confirmation, an opinion, a decision on an extension', () => {
    desk.at('2026-12-31T02:00:00Z');
    const first = assigned();
    const asked = desk.make(first, 'liu-yang', 'askOpinion', { of: 'zheng-kai', question: '备件能按时到吗？' });
    const before = desk.make(asked, 'liu-yang', 'askExtension', { day: '2027-01-29', reason: '等供方的检测报告' });
    const days = (record: Finding) => record.duties.map(({ step, day, provisional }) => [step, day, provisional]);
    expect(days(before)).toEqual([
      ['confirm', '2027-01-01', true],
      ['extension', '2027-01-01', true],
      ['opinion', '2027-01-04', true],
    ]);
    const after = reckoned(before);
    expect(days(after)).toEqual([
      ['confirm', '2027-01-02', false],
      ['extension', '2027-01-02', false],
      ['opinion', '2027-01-05', false],
    ]);
    expect(verifyHistory(after.history, after)).toEqual([]);
  });

  test('does not come back when the decision before it is undone', () => {
    const returned = desk.make(submitted(), 'chen-jing', 'returnCapa', answers.returnCapa);
    const verdict = perform(
      finding,
      returned,
      {
        move: 'undo',
        answers: {},
        actor: { kind: 'person', id: 'chen-jing', via: 'console' },
        interaction: 'undo',
        round: null,
      },
      { ...desk.setting(), org: published },
    );
    if (verdict.verdict !== 'done') throw new Error(JSON.stringify(verdict));
    expect(verdict.record).toMatchObject({ state: 'submitted', due: { day: '2027-01-05', provisional: false } });
  });
});

test('a clock that has stopped is judged by the deadline that it ran with', () => {
  desk.at('2026-12-31T02:00:00Z');
  const before = issued();
  const after = reckoned(before);
  expect(clockOf(before, 'reported')).toMatchObject({ first: endOf('2027-01-01'), provisionalDays: 1 });
  expect(clockOf(after, 'reported')).toEqual(clockOf(before, 'reported'));
  expect(after.due).toMatchObject({ provisional: false });
});

test('a record is filed as provisional while it is open and one of its deadlines is', () => {
  const tags = (record: Finding) => filingOf(finding, record).tags;
  const before = issued();
  expect(tags(before)).toContain(PROVISIONAL);
  expect(tags(reckoned(before))).not.toContain(PROVISIONAL);
  expect(tags(desk.make(before, 'chen-jing', 'withdraw', answers.withdraw))).not.toContain(PROVISIONAL);
});
