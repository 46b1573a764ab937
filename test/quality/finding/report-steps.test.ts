import { describe, expect, test } from 'vitest';
import { finding } from '../../../src/quality/finding/finding.ts';
import { cautionOfWhys } from '../../../src/quality/finding/why.ts';
import { openDesk } from '../../support/desk.ts';
import { MONDAY, testOrganisation } from '../../support/organisation.ts';
import { answers } from './answers.ts';
import { findingIn } from './finding-in.ts';

describe('a chain of whys', () => {
  test.each([
    { whys: ['没有核对'], caution: 'finding.caution.short' },
    { whys: ['没有核对', '交接单缺这一项'], caution: 'finding.caution.short' },
    { whys: ['没有核对', '交接单缺这一项', '值班员粗心'], caution: 'finding.caution.blame' },
    { whys: ['Log not checked', 'Form lacks the line', 'It was a human error'], caution: 'finding.caution.blame' },
    { whys: ['没有核对。', '交接单缺这一项', '没有核对'], caution: 'finding.caution.repeats' },
    { whys: ['值班员粗心', '培训没有覆盖', '培训计划漏了新流程'], caution: null },
  ])('$whys is answered with $caution', ({ whys, caution }) => {
    expect(cautionOfWhys(whys)).toBe(caution);
  });

  test('is saved even if there are questions about it', () => {
    const desk = openDesk();
    const verdict = desk.ask(finding, findingIn(desk, 'issued'), 'liu-yang', 'saveCause', {
      why1: '值班员忘记了',
      causeCategory: 'people',
      rootCause: '没有提醒',
    });
    if (verdict.verdict !== 'done') throw new Error(JSON.stringify(verdict));
    expect(verdict.bound.caution(verdict.record)).toBe('finding.caution.short');
    expect(verdict.record.data.capa.whys).toEqual(['值班员忘记了']);
  });
});

describe('segregation of duties', () => {
  test.each([
    { state: 'submitted', move: 'approveCapa', by: 'sun-yue' },
    { state: 'verifying', move: 'verify', by: 'sun-yue' },
    { state: 'verified', move: 'confirmEffect', by: 'sun-yue' },
    { state: 'verifying', move: 'verify', by: 'he-min' },
  ] as const)(
    'keeps $by from $move, although one of the quality department, and names who may',
    ({ state, move, by }) => {
      const desk = openDesk();
      const verdict = desk.ask(finding, findingIn(desk, state), by, move, answers[move]);
      expect(verdict).toMatchObject({
        verdict: 'refused',
        refusal: { key: 'refusal.ownWork', params: { people: { people: expect.arrayContaining(['chen-jing']) } } },
      });
    },
  );

  test('hands a report that the management representative wrote to the chain, which ends in top management', () => {
    const org = testOrganisation({ settings: { approvalChain: ['mr', 'top'] } });
    const desk = openDesk(org, MONDAY);
    const issued = desk.make(desk.report(), 'chen-jing', 'issue', {
      ...answers.issue,
      department: 'top',
      kind: 'major',
    });
    const named = desk.make(issued, 'zhao-guohua', 'assign', { handler: 'zhou-min' });
    const corrected = desk.make(named, 'zhou-min', 'saveCorrection', answers.saveCorrection);
    const explained = desk.make(corrected, 'zhou-min', 'saveCause', answers.saveCause);
    const planned = desk.make(explained, 'zhou-min', 'addAction', answers.addAction);
    const finished = desk.make(planned, 'zhou-min', 'saveEffect', answers.saveEffect);
    const approved = desk.make(desk.make(finished, 'zhou-min', 'submitCapa'), 'li-na', 'approveCapa');
    expect(approved).toMatchObject({ state: 'mrReview', ownerIds: ['zhao-guohua'], ownedByChain: 'top' });
    expect(desk.ask(finding, approved, 'zhou-min', 'approveMajor')).toMatchObject({
      refusal: { key: 'refusal.ownWork' },
    });
    expect(desk.make(approved, 'zhao-guohua', 'approveMajor').state).toBe('acting');
  });
});

describe('the steps of a report', () => {
  test('follow one another, and the last opens the record', () => {
    const desk = openDesk();
    const issued = desk.make(desk.report(), 'chen-jing', 'issue', answers.issue);
    const next = (
      record: typeof issued,
      move: 'saveCorrection' | 'saveCause' | 'addAction' | 'saveEffect',
      more = {},
    ) => {
      const verdict = desk.ask(finding, record, 'wang-lei', move, { ...answers[move], ...more });
      if (verdict.verdict !== 'done') throw new Error(JSON.stringify(verdict));
      return { record: verdict.record, next: verdict.bound.next(verdict.record) };
    };
    const corrected = next(issued, 'saveCorrection');
    expect(corrected.next).toBe('saveCause');
    const explained = next(corrected.record, 'saveCause');
    expect(explained.next).toBe('addAction');
    const first = next(explained.record, 'addAction', { more: 'add' });
    expect(first.next).toBe('addAction');
    const second = next(first.record, 'addAction');
    expect(second.next).toBe('saveEffect');
    expect(next(second.record, 'saveEffect').next).toBe('open');
  });

  test.each([
    { move: 'addAction', said: { ...answers.addAction, dueDay: '2026-11-22' }, key: 'form.pastDay' },
    { move: 'addAction', said: { ...answers.addAction, owner: 'fang-lei' }, key: 'form.chooseOne' },
    { move: 'addAction', said: { ...answers.addAction, owner: 'nobody' }, key: 'form.chooseOne' },
    { move: 'saveEffect', said: { ...answers.saveEffect, reviewDay: '2026-11-22' }, key: 'form.pastDay' },
    { move: 'saveCause', said: { ...answers.saveCause, causeCategory: 'weather' }, key: 'form.chooseOne' },
    { move: 'removeAction', said: { action: 'A9' }, key: 'finding.refusal.noSuchAction' },
  ])('refuse what cannot be meant: $move with $key', ({ move, said, key }) => {
    const desk = openDesk();
    expect(desk.ask(finding, findingIn(desk, 'issued'), 'liu-yang', move, said)).toMatchObject({ refusal: { key } });
  });

  test('take today, by the clock of the department: after midnight in Shanghai it is still yesterday in Greenwich', () => {
    const desk = openDesk(testOrganisation(), new Date('2026-11-23T16:30:00Z'));
    const issued = desk.make(desk.report(), 'chen-jing', 'issue', answers.issue);
    const plan = (dueDay: string) =>
      desk.ask(finding, issued, 'wang-lei', 'addAction', { ...answers.addAction, dueDay });
    expect(plan('2026-11-24')).toMatchObject({ verdict: 'done' });
    expect(plan('2026-11-23')).toMatchObject({ refusal: { key: 'form.pastDay' } });
  });

  test('take twenty actions and no more', () => {
    const desk = openDesk();
    let record = findingIn(desk, 'issued');
    while (record.data.capa.actions.length < 20) record = desk.make(record, 'liu-yang', 'addAction', answers.addAction);
    expect(desk.ask(finding, record, 'liu-yang', 'addAction', answers.addAction)).toMatchObject({
      refusal: { key: 'finding.refusal.tooManyActions' },
    });
  });
});

test('a head names a handler of the department only, and co-writers that there are', () => {
  const desk = openDesk();
  const issued = desk.make(desk.report(), 'chen-jing', 'issue', answers.issue);
  const assign = (said: unknown) => desk.ask(finding, issued, 'wang-lei', 'assign', said);
  expect(assign({ handler: 'wu-qiang' })).toMatchObject({ refusal: { key: 'form.chooseOne' } });
  expect(assign({ handler: 'fang-lei' })).toMatchObject({ refusal: { key: 'form.chooseOne' } });
  expect(assign({ handler: 'liu-yang', coWriters: ['nobody'] })).toMatchObject({ refusal: { key: 'form.chooseOne' } });
  expect(assign({ handler: 'liu-yang' })).toMatchObject({ verdict: 'done', record: { data: { coWriterIds: [] } } });
});
