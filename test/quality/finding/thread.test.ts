import { describe, expect, test } from 'vitest';
import { finding } from '../../../src/quality/finding/finding.ts';
import { verifyHistory } from '../../../src/records/decide/verify-history.ts';
import { type Finding, openPureEngine, type PureEngine } from '../../worlds/pure-engine.ts';
import { answers } from './answers.ts';
import { findingIn, write } from './finding-in.ts';

/** What a refusal or an error says, as the key of its message. */
function refusalOf(desk: PureEngine, record: Finding, by: string, move: string, said: unknown = {}) {
  const verdict = desk.ask(finding, record, by, move, said);
  return verdict.verdict === 'refused' ? verdict.refusal : verdict;
}

function doneBy(desk: PureEngine, record: Finding, by: string, move: string, said: unknown = {}) {
  const verdict = desk.ask(finding, record, by, move, said);
  if (verdict.verdict !== 'done') throw new Error(JSON.stringify(verdict));
  return verdict;
}

const movesOf = (record: Finding) => record.history.map(({ move }) => move);

test('a minor nonconformity goes from the report to its closing, and its history tells how', () => {
  const desk = openPureEngine();
  const reported = desk.report('emily', { suggestedKind: 'minor' });
  expect(reported).toMatchObject({ state: 'reported', ownerIds: ['li-na', 'chen-jing', 'sun-yue', 'he-min'] });

  const issued = desk.make(reported, 'chen-jing', 'issue', answers.issue);
  expect(issued).toMatchObject({
    state: 'issued',
    departmentId: 'omd',
    ownerIds: ['wang-lei'],
    due: { day: '2026-11-30' },
  });
  const assigned = desk.make(issued, 'wang-lei', 'assign', answers.assign);
  expect(assigned).toMatchObject({ state: 'issued', ownerIds: ['liu-yang'], due: { day: '2026-11-30' } });

  const written = write(desk, assigned);
  expect(written.data.capa.authorIds.toSorted()).toEqual(['liu-yang', 'sun-yue']);
  const submitted = desk.make(written, 'liu-yang', 'submitCapa');
  expect(submitted.ownerIds).not.toContain('sun-yue');

  const approval = doneBy(desk, submitted, 'chen-jing', 'approveCapa');
  expect(approval.record).toMatchObject({ state: 'acting', ownerIds: [], due: { day: '2026-12-04' } });
  const raised = approval.intents.filter(({ kind }) => kind === 'raise');
  expect(raised).toMatchObject([
    { type: 'action', number: 'FD-2026-0001-A1', input: { finding: 'FD-2026-0001', ownerId: 'xu-fang' } },
    { type: 'action', number: 'FD-2026-0001-A2', input: { finding: 'FD-2026-0001', ownerId: 'he-min' } },
  ]);

  const half = desk.make(approval.record, 'system', 'actionDone', { number: 'FD-2026-0001-A1' });
  expect(half.state).toBe('acting');
  const all = desk.make(half, 'system', 'actionDone', { number: 'FD-2026-0001-A2' });
  expect(all).toMatchObject({ state: 'verifying', ownerIds: ['li-na', 'chen-jing'] });

  const verified = desk.make(all, 'li-na', 'verify', answers.verify);
  expect(verified).toMatchObject({ state: 'verified', due: { day: '2027-01-08' } });
  const closing = doneBy(desk, verified, 'chen-jing', 'confirmEffect', answers.confirmEffect);
  expect(closing.record).toMatchObject({ state: 'closed', open: false, ownerIds: [], due: null });
  expect(closing.intents.filter((intent) => intent.kind === 'post' && intent.purpose === 'tell')).toMatchObject(
    ['emily', 'liu-yang', 'wang-lei'].map((personId) => ({ personId })),
  );

  expect(movesOf(closing.record)).toEqual([
    'create',
    'issue',
    'assign',
    'saveCorrection',
    'saveCause',
    'addAction',
    'addAction',
    'saveEffect',
    'submitCapa',
    'approveCapa',
    'actionDone',
    'actionDone',
    'verify',
    'confirmEffect',
  ]);
  expect(verifyHistory(closing.record.history, closing.record)).toEqual([]);
});

test('a major nonconformity needs the management representative too, and its actions wait for that', () => {
  const desk = openPureEngine();
  const first = doneBy(desk, findingIn(desk, 'submitted', { kind: 'major' }), 'chen-jing', 'approveCapa');
  expect(first.record).toMatchObject({ state: 'mrReview', ownerIds: ['zhou-min'], data: { raised: [] } });
  expect(first.intents.some(({ kind }) => kind === 'raise')).toBe(false);
  const second = doneBy(desk, first.record, 'zhou-min', 'approveMajor');
  expect(second.record.state).toBe('acting');
  expect(second.intents.filter(({ kind }) => kind === 'raise')).toHaveLength(2);
});

describe('a report that is returned', () => {
  test.each([
    { from: 'submitted', by: 'chen-jing', move: 'returnCapa' },
    { from: 'mrReview', by: 'zhou-min', move: 'returnMajor' },
  ] as const)(
    'from $from is kept with the reason, revised in the next round, and submitted again',
    ({ from, by, move }) => {
      const desk = openPureEngine();
      const returned = desk.make(findingIn(desk, from, { kind: 'major' }), by, move, answers.returnCapa);
      expect(returned).toMatchObject({
        state: 'returned',
        round: 1,
        ownerIds: ['liu-yang'],
        due: { day: '2026-11-25' },
      });
      expect(returned.data.pastRounds).toMatchObject([{ outcome: 'returned', reason: answers.returnCapa.reason }]);
      expect(returned.data.capa.correction).toBe(answers.saveCorrection.correction);

      const revised = desk.make(returned, 'wu-qiang', 'saveCause', {
        ...answers.saveCause,
        rootCause: '改版流程没有复核',
      });
      const again = desk.make(revised, 'liu-yang', 'submitCapa');
      expect(again).toMatchObject({ state: 'submitted', round: 1 });
      expect(again.data.pastRounds[0]?.capa.rootCause).toBe(answers.saveCause.rootCause);
      expect(refusalOf(desk, again, 'chen-jing', 'approveCapa')).toMatchObject({ verdict: 'done' });
    },
  );

  test('loses no number: an action planned in the next round counts on', () => {
    const desk = openPureEngine();
    const returned = findingIn(desk, 'returned');
    const struck = desk.make(returned, 'liu-yang', 'removeAction', { action: 'A2' });
    const planned = desk.make(struck, 'liu-yang', 'addAction', answers.addAction);
    expect(planned.data.capa.actions.map(({ id }) => id)).toEqual(['A1', 'A3']);
  });
});

test('what did not work opens the next round from an empty report, and that round comes to its end', () => {
  const desk = openPureEngine();
  const denied = desk.make(findingIn(desk, 'verified'), 'li-na', 'denyEffect', answers.denyEffect);
  expect(denied).toMatchObject({ state: 'returned', round: 1, ownerIds: ['liu-yang'] });
  expect(denied.data).toMatchObject({
    capa: { whys: [], actions: [], authorIds: [] },
    pastRounds: [
      { outcome: 'ineffective', reason: answers.denyEffect.reason, capa: { actions: [{ id: 'A1' }, { id: 'A2' }] } },
    ],
  });
  expect(denied.data.verification).toBeUndefined();

  const submitted = desk.make(write(desk, denied), 'liu-yang', 'submitCapa');
  const acting = desk.make(submitted, 'chen-jing', 'approveCapa');
  const ofThisRound = acting.data.raised.filter(({ round }) => round === 1).map(({ number }) => number);
  expect(ofThisRound).toEqual(['FD-2026-0001-A3', 'FD-2026-0001-A4']);
  const done = ofThisRound.reduce((record, number) => desk.make(record, 'system', 'actionDone', { number }), acting);
  expect(done.state).toBe('verifying');
  expect(refusalOf(desk, done, 'li-na', 'sendBack', answers.sendBack)).toEqual({ key: 'finding.refusal.noSuchAction' });
});

test('an action that is sent back is open again, and the finding waits for it alone', () => {
  const desk = openPureEngine();
  const sent = doneBy(desk, findingIn(desk, 'verifying'), 'li-na', 'sendBack', answers.sendBack);
  expect(sent.record).toMatchObject({ state: 'acting', data: { raised: [{ done: false }, { done: true }] } });
  expect(sent.intents).toContainEqual(
    expect.objectContaining({
      kind: 'signal',
      number: 'FD-2026-0001-A1',
      move: 'reopen',
      input: { reason: answers.sendBack.reason },
    }),
  );
  const done = desk.make(sent.record, 'system', 'actionDone', { number: 'FD-2026-0001-A1' });
  expect(done.state).toBe('verifying');
});

test('a report that is not complete is not submitted, and the answer lists what is missing', () => {
  const desk = openPureEngine();
  const issued = desk.make(desk.report(), 'chen-jing', 'issue', answers.issue);
  expect(refusalOf(desk, issued, 'wang-lei', 'submitCapa')).toEqual({
    key: 'finding.refusal.incomplete',
    params: {
      missing: { messages: ['correction', 'cause', 'actions', 'effect'].map((step) => `finding.step.${step}`) },
    },
  });
  const preventive = desk.make(issued, 'wang-lei', 'addAction', { ...answers.addAction, kind: 'preventive' });
  expect(refusalOf(desk, preventive, 'wang-lei', 'submitCapa')).toMatchObject({
    params: { missing: { messages: expect.arrayContaining(['finding.step.actions']) } },
  });
});
