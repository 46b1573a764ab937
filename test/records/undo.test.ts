import { describe, expect, test } from 'vitest';
import { finding } from '../../src/quality/finding/finding.ts';
import { verifyHistory } from '../../src/records/decide/verify-history.ts';
import { answers } from '../quality/finding/answers.ts';
import { findingIn } from '../quality/finding/finding-in.ts';
import { openPureEngine } from '../worlds/pure-engine.ts';

describe('the person who decided may undo it', () => {
  test.each([
    { state: 'reported', move: 'issue', by: 'chen-jing' },
    { state: 'reported', move: 'reject', by: 'chen-jing' },
    { state: 'reported', move: 'askBack', by: 'chen-jing' },
    { state: 'submitted', move: 'returnCapa', by: 'chen-jing' },
    { state: 'mrReview', move: 'returnMajor', by: 'zhou-min' },
    { state: 'answered', move: 'returnAnswer', by: 'chen-jing' },
  ] as const)('$move from $state: data, state, round, deadline and clocks are as they were', ({ state, move, by }) => {
    const desk = openPureEngine();
    const before = findingIn(desk, state, { kind: state === 'mrReview' ? 'major' : 'minor' });
    desk.at('2026-11-24T02:00:00Z');
    const decided = desk.make(before, by, move, answers[move]);
    desk.at('2026-11-24T02:04:59Z');
    const undone = desk.make(decided, by, 'undo');
    const { state: stood, round, due, clocks, data, common, ownerIds, duties } = before;
    expect(undone).toMatchObject({ state: stood, round, due, clocks, data, common, ownerIds, duties, undo: null });
    expect(undone.history.map((entry) => entry.move).slice(-2)).toEqual([move, 'undo']);
    expect(verifyHistory(undone.history, undone)).toEqual([]);
  });

  test('tells whoever had heard of it', () => {
    const desk = openPureEngine();
    const issued = desk.make(desk.report(), 'chen-jing', 'issue', answers.issue);
    const verdict = desk.ask(finding, issued, 'chen-jing', 'undo');
    if (verdict.verdict !== 'done') throw new Error(JSON.stringify(verdict));
    const told = verdict.intents.flatMap((intent) =>
      intent.kind === 'post' && intent.lead?.key === 'record.news.undone' && intent.personId ? [intent.personId] : [],
    );
    expect(told.sort()).toEqual(['emily', 'wang-lei']);
  });

  test('with a merge, the other finding lets go of what it took in', () => {
    const desk = openPureEngine();
    const merged = findingIn(desk, 'merged');
    const verdict = desk.ask(finding, merged, 'chen-jing', 'undo');
    if (verdict.verdict !== 'done') throw new Error(JSON.stringify(verdict));
    expect(verdict.record).toMatchObject({ state: 'reported', common: { links: [] } });
    expect(verdict.intents).toContainEqual(
      expect.objectContaining({
        kind: 'signal',
        number: 'FD-2026-0002',
        move: 'letGo',
        input: { number: merged.number },
      }),
    );
  });

  test('although somebody has said a word about it meanwhile, which stays', () => {
    const desk = openPureEngine();
    const rejected = findingIn(desk, 'rejected');
    const commented = desk.make(rejected, 'emily', 'comment', { comment: '请再看一下' });
    const undone = desk.make(commented, 'chen-jing', 'undo');
    expect(undone).toMatchObject({ state: 'reported', common: { comments: [{ text: '请再看一下' }] } });
  });
});

describe('it is refused, and the answer says why', () => {
  test('after the time for it', () => {
    const desk = openPureEngine();
    const rejected = findingIn(desk, 'rejected');
    desk.at('2026-11-23T02:05:01Z');
    expect(desk.ask(finding, rejected, 'chen-jing', 'undo')).toMatchObject({
      refusal: { key: 'record.refusal.undoOver', params: { at: { instant: '2026-11-23T02:05:00.000Z' } } },
    });
  });

  test('to anybody else', () => {
    const desk = openPureEngine();
    expect(desk.ask(finding, findingIn(desk, 'rejected'), 'li-na', 'undo')).toMatchObject({
      refusal: { key: 'refusal.otherRole' },
    });
  });

  test('once somebody has gone on', () => {
    const desk = openPureEngine();
    const issued = desk.make(desk.report(), 'chen-jing', 'issue', answers.issue);
    const confirmed = desk.make(issued, 'wang-lei', 'confirm');
    expect(desk.ask(finding, confirmed, 'chen-jing', 'undo')).toMatchObject({
      refusal: { key: 'record.refusal.nothingToUndo' },
    });
  });

  test('for what may not be undone, such as an approval', () => {
    const desk = openPureEngine();
    const acting = findingIn(desk, 'acting');
    expect(desk.ask(finding, acting, 'chen-jing', 'undo')).toMatchObject({
      refusal: { key: 'record.refusal.nothingToUndo' },
    });
  });
});
