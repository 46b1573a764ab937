import { describe, expect, test } from 'vitest';
import { answers, type CallBack, called, openCallDesk, resolved, signalled } from './call-back-in.ts';

describe('the finding that a low score proposed', () => {
  const low = { score: '2', complaint: 'no' };
  const toProposal = (record: CallBack) => signalled(record).filter(({ number }) => number === 'IN-2026-0001-C1-P1');

  test('is withdrawn when the score is taken back, and again proposed, with the new words, by the next low one', () => {
    const desk = openCallDesk();
    const answered = called(desk, resolved(desk).owed, 'xu-fang', 'answer', low);
    const undone = called(desk, answered, 'xu-fang', 'undo');
    expect(toProposal(undone)).toMatchObject([{ move: 'takeBack' }]);
    expect(toProposal(called(desk, undone, 'xu-fang', 'answer', answers.answer))).toEqual([]);
    const again = called(desk, undone, 'xu-fang', 'answer', { ...low, comment: '来得太晚' });
    expect(toProposal(again)).toMatchObject([{ move: 'proposeAgain' }]);
    expect(JSON.stringify(toProposal(again))).toContain('来得太晚');
  });

  test('is raised after all where the first answer was a complaint, which is handled by itself', () => {
    const desk = openCallDesk();
    const complained = called(desk, resolved(desk).owed, 'xu-fang', 'answer', {
      ...low,
      complaint: 'yes',
      comment: '慢',
    });
    const undone = called(desk, complained, 'xu-fang', 'undo');
    expect(toProposal(undone)).toEqual([]);
    const again = called(desk, undone, 'xu-fang', 'answer', low);
    expect(again.effects.flatMap((effect) => (effect.kind === 'raise' ? [effect.type] : []))).toEqual([
      'complaint',
      'proposal',
    ]);
  });

  test('is no business of the call-back where the customer said it on a page or by a link', () => {
    const desk = openCallDesk();
    const rated = called(desk, resolved(desk).owed, 'system', 'rated', { ...answers.rated, score: 1 });
    expect(rated).toMatchObject({ state: 'reached' });
    expect(rated.effects.some(({ kind }) => kind === 'raise')).toBe(false);
  });
});
