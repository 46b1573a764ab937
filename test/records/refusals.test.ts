import { describe, expect, test } from 'vitest';
import { finding } from '../../src/quality/finding/finding.ts';
import { say } from '../../src/records/say.ts';
import { answers } from '../quality/finding/answers.ts';
import { findingIn, type StateName } from '../quality/finding/finding-in.ts';
import { type Odd, openPureEngine } from '../worlds/pure-engine.ts';

/** What somebody who presses is told, in a language. */
function told(state: StateName, by: string, move: string, odd: Odd = {}) {
  const desk = openPureEngine();
  const verdict = desk.ask(finding, findingIn(desk, state), by, move, {}, odd);
  if (verdict.verdict !== 'refused') throw new Error(JSON.stringify(verdict));
  const { refusal } = verdict;
  return (['zh-CN', 'en'] as const).map((locale) => say(refusal, { locale, org: desk.org, zone: 'Asia/Shanghai' }));
}

describe('a refusal says why, and what to do instead:', () => {
  test.each([
    {
      what: 'somebody was first',
      press: ['acting', 'li-na', 'approveCapa'],
      zh: '陈静 已于 2026年11月23日 10:00 审批通过，不用再处理了。',
      en: 'Nothing left to do here: Chen Jing approved the report on 23 Nov 2026, 10:00.',
    },
    {
      what: 'somebody decided otherwise',
      press: ['returned', 'li-na', 'approveCapa'],
      zh: '陈静 已于 2026年11月23日 10:00 退回了报告，不用再处理了。',
      en: 'Nothing left to do here: Chen Jing returned the report on 23 Nov 2026, 10:00.',
    },
    {
      what: 'it is not the time',
      press: ['reported', 'li-na', 'verify'],
      zh: 'FD-2026-0001 现在是“待分派”，不能做这个操作。点“打开”看看现在能做什么。',
      en: 'FD-2026-0001 is “Awaiting triage” now, so this cannot be done. Press Open to see what can.',
    },
    {
      what: 'it is for others',
      press: ['submitted', 'emily', 'approveCapa'],
      zh: '这一步由 李娜、陈静、何敏 处理，您没有这个权限。',
      en: 'This step is for Li Na, Chen Jing, He Min; it is not yours to take.',
    },
    {
      what: 'it is their own work',
      press: ['submitted', 'sun-yue', 'approveCapa'],
      zh: '自己写的内容要由别人来审批和验证。这一步请 李娜、陈静、何敏 处理。',
      en: 'Your own work is approved and verified by someone else. This step is for Li Na, Chen Jing, He Min.',
    },
    {
      what: 'there is no such move',
      press: ['reported', 'li-na', '__proto__'],
      zh: '没有这个操作。发送 /qm help 看看可以做什么。',
      en: 'There is no such action. Send /qm help to see what you can do.',
    },
  ] as const)('$what', ({ press: [state, by, move], zh, en }) => {
    expect(told(state, by, move)).toEqual([zh, en]);
  });
});

test('a button of an earlier round is answered with what became of that round', () => {
  const desk = openPureEngine();
  const again = desk.make(findingIn(desk, 'returned'), 'liu-yang', 'submitCapa');
  expect(again).toMatchObject({ state: 'submitted', round: 1 });
  expect(desk.ask(finding, again, 'li-na', 'approveCapa', {}, { round: 0 })).toMatchObject({
    refusal: {
      key: 'refusal.alreadyDone',
      params: { person: { person: 'chen-jing' }, move: { message: 'finding.done.returnCapa' } },
    },
  });
  expect(desk.ask(finding, again, 'li-na', 'approveCapa', {}, { round: 1 })).toMatchObject({ verdict: 'done' });
});

test('where nobody at all is left, that is said', () => {
  const desk = openPureEngine();
  const submitted = findingIn(desk, 'submitted');
  const authorIds = desk.org.people.map(({ id }) => id);
  const stuck = { ...submitted, data: { ...submitted.data, capa: { ...submitted.data.capa, authorIds } } };
  expect(desk.ask(finding, stuck, 'li-na', 'approveCapa')).toMatchObject({ refusal: { key: 'refusal.nobody' } });
});

test('a record that has grown too large takes what brings it to its end, and nothing else', () => {
  const desk = openPureEngine();
  const issued = findingIn(desk, 'issued');
  const [first] = issued.history;
  const full = {
    ...issued,
    history: [...Array.from({ length: 500 }, () => first).filter((entry) => entry !== undefined), ...issued.history],
  };
  expect(desk.ask(finding, full, 'liu-yang', 'saveCorrection', answers.saveCorrection)).toMatchObject({
    refusal: { key: 'refusal.full' },
  });
  expect(desk.ask(finding, full, 'liu-yang', 'submitCapa')).toMatchObject({ verdict: 'done' });
});
