import { describe, expect, test } from 'vitest';
import { finding } from '../../src/quality/finding/finding.ts';
import type { EffectIntent } from '../../src/records/shape/effect.ts';
import { answers } from '../quality/finding/answers.ts';
import { findingIn } from '../quality/finding/finding-in.ts';
import { type Desk, type Finding, openDesk } from '../support/desk.ts';

function intentsOf(desk: Desk, record: Finding, by: string, move: string, said: unknown = {}): readonly EffectIntent[] {
  const verdict = desk.ask(finding, record, by, move, said);
  if (verdict.verdict !== 'done') throw new Error(JSON.stringify(verdict));
  return verdict.intents;
}

const posts = (intents: readonly EffectIntent[], purpose: string) =>
  intents.flatMap((intent) => (intent.kind === 'post' && intent.purpose === purpose ? [intent] : []));
const told = (intents: readonly EffectIntent[], purpose: string) =>
  posts(intents, purpose).map(({ personId }) => personId);

describe('who must act', () => {
  test('gets the card: all owners of the new state, in their own language, with a word why', () => {
    const desk = openDesk();
    const acting = posts(intentsOf(desk, findingIn(desk, 'issued'), 'liu-yang', 'submitCapa'), 'act');
    expect(acting.map(({ personId }) => personId)).toEqual(['li-na', 'chen-jing', 'he-min']);
    expect(acting[0]).toMatchObject({
      route: 'console:local',
      target: { kind: 'user', userId: 'li-na' },
      locale: 'zh-CN',
      lead: { key: 'finding.lead.submitted' },
      during: { state: 'submitted', round: 0 },
    });
  });

  test('gets no second card for a decision that leaves the state and the owner as they are', () => {
    const desk = openDesk();
    expect(
      told(intentsOf(desk, findingIn(desk, 'issued'), 'liu-yang', 'saveEffect', answers.saveEffect), 'act'),
    ).toEqual([]);
  });

  test('gets a card when the part is handed over within a state', () => {
    const desk = openDesk();
    const issued = desk.make(desk.report(), 'chen-jing', 'issue', answers.issue);
    expect(told(intentsOf(desk, issued, 'wang-lei', 'assign', answers.assign), 'act')).toEqual(['liu-yang']);
  });

  test('gets nothing where they have no identity on a platform that is served', () => {
    const desk = openDesk();
    const issued = desk.make(desk.report(), 'chen-jing', 'issue', { ...answers.issue, department: 'rd' });
    expect(intentsOf(desk, issued, 'zheng-kai', 'assign', { handler: 'qian-li' })).toEqual([]);
  });
});

describe('news', () => {
  test('goes to the reporter, and not to the person who just acted', () => {
    const desk = openDesk();
    expect(told(intentsOf(desk, desk.report('emily'), 'chen-jing', 'issue', answers.issue), 'tell')).toEqual(['emily']);
    expect(told(intentsOf(desk, desk.report('chen-jing'), 'chen-jing', 'issue', answers.issue), 'tell')).toEqual([]);
  });

  test('goes to each person once, no matter how many roles they have', () => {
    const desk = openDesk();
    const reported = desk.report('wang-lei');
    const issued = desk.make(reported, 'chen-jing', 'issue', answers.issue);
    const verified = {
      ...findingIn(desk, 'verified'),
      data: { ...findingIn(desk, 'verified').data, reporterId: issued.data.reporterId },
    };
    expect(told(intentsOf(desk, verified, 'li-na', 'confirmEffect', answers.confirmEffect), 'tell')).toEqual([
      'wang-lei',
      'liu-yang',
    ]);
  });
});

describe('a channel', () => {
  test('gets the card once: that of all departments with the report, that of the department with its issue', () => {
    const desk = openDesk();
    const reported = desk.report();
    const channels = (effects: readonly EffectIntent[]) =>
      posts(effects, 'channel').map(({ target, locale }) => ({ target, locale }));
    expect(channels(reported.effects)).toEqual([{ target: { kind: 'channel', channel: 'quality' }, locale: 'zh-CN' }]);
    const issue = intentsOf(desk, reported, 'chen-jing', 'issue', answers.issue);
    expect(channels(issue)).toEqual([{ target: { kind: 'channel', channel: 'operations' }, locale: 'en' }]);
    expect(channels(intentsOf(desk, findingIn(desk, 'issued'), 'liu-yang', 'submitCapa'))).toEqual([]);
  });

  test('is posted again if the previous card is gone', () => {
    const desk = openDesk();
    const forgotten = { ...findingIn(desk, 'issued'), effects: [] };
    expect(posts(intentsOf(desk, forgotten, 'liu-yang', 'submitCapa'), 'channel')).toHaveLength(2);
  });
});

test('keys are unique over the life of a record, and the same decision made again has the same ones', () => {
  const keys = findingIn(openDesk(), 'closed').effects.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(findingIn(openDesk(), 'closed').effects.map(({ key }) => key)).toEqual(keys);
});
