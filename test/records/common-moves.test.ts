import { beforeEach, describe, expect, test } from 'vitest';
import { isMessageKey } from '../../src/i18n/translate.ts';
import { finding } from '../../src/quality/finding/finding.ts';
import { drawCard } from '../../src/records/card/draw-card.ts';
import { verifyHistory } from '../../src/records/decide/verify-history.ts';
import { moveKey } from '../../src/records/declaration/all-moves.ts';
import type { View } from '../../src/records/declaration/record-context.ts';
import { mayRead } from '../../src/records/shape/access.ts';
import { punctualityOf } from '../../src/records/shape/clocks.ts';
import type { EffectIntent } from '../../src/records/shape/effect.ts';
import { findingIn } from '../quality/finding/finding-in.ts';
import { type Finding, openPureEngine, type PureEngine } from '../worlds/pure-engine.ts';

let desk: PureEngine;
let issued: Finding;

beforeEach(() => {
  desk = openPureEngine();
  issued = desk.make(findingIn(desk, 'issued'), 'liu-yang', 'confirm');
});

/** What a move leaves, with the messages it sends. */
function done(record: Finding, by: string, move: string, answers: unknown = {}) {
  const verdict = desk.ask(finding, record, by, move, answers);
  if (verdict.verdict !== 'done') throw new Error(JSON.stringify(verdict));
  return verdict;
}

function refusal(record: Finding, by: string, move: string, answers: unknown = {}): string {
  const verdict = desk.ask(finding, record, by, move, answers);
  return verdict.verdict === 'refused' ? verdict.refusal.key : verdict.verdict;
}

const toldTo = (intents: readonly EffectIntent[]) =>
  intents.flatMap((intent) =>
    intent.kind === 'post' && intent.purpose === 'tell' && intent.personId ? [intent.personId] : [],
  );

const drawn = (record: Finding, viewer: string) => {
  const view: View = {
    org: desk.org,
    now: desk.setting().now,
    locale: 'en',
    platform: 'console',
    workspace: 'local',
    viewer,
  };
  return JSON.stringify(drawCard(finding, record, view, { as: 'personal' }));
};

test('every move that all types have has words for its button and for what is told of it', () => {
  const keys = Object.keys(finding.commonMoves).flatMap((move) => [
    moveKey('finding', 'move', move),
    moveKey('finding', 'done', move),
  ]);
  expect(keys.filter((key) => !isMessageKey(key))).toEqual([]);
});

describe('a comment', () => {
  test('is kept with who said it and when, tells who must act, and enters the history without its words', () => {
    const { record, intents, entry } = done(issued, 'emily', 'comment', { comment: '日志补录了两天' });
    expect(record.common.comments).toMatchObject([{ id: 'C1', by: 'emily', text: '日志补录了两天' }]);
    expect(toldTo(intents)).toEqual(['liu-yang']);
    const { texts: _texts, ...content } = entry;
    expect(JSON.stringify(content)).not.toContain('日志补录了两天');
    expect(verifyHistory(record.history, record)).toEqual([]);
    expect(drawn(record, 'emily')).toContain('日志补录了两天');
  });

  test('moves neither the state nor the deadline', () => {
    const { record } = done(issued, 'emily', 'comment', { comment: 'seen' });
    expect([record.state, record.due, record.clocks]).toEqual([issued.state, issued.due, issued.clocks]);
  });
});

describe('following', () => {
  test('tells the follower when the record moves on, and nobody twice', () => {
    const { record } = done(issued, 'emily', 'follow');
    const { intents } = done(record, 'liu-yang', 'submitCapa');
    expect(toldTo(intents)).toEqual(['emily']);
  });

  test('is offered once, and taken back by the follower alone', () => {
    const { record } = done(issued, 'emily', 'follow');
    expect(refusal(record, 'emily', 'follow')).toBe('refusal.ownWork');
    expect(refusal(record, 'he-min', 'unfollow')).toBe('refusal.otherRole');
    expect(done(record, 'emily', 'unfollow').record.common.followerIds).toEqual([]);
  });
});

describe('a nudge', () => {
  test('reaches those who must act, once a day', () => {
    const { record, intents } = done(issued, 'emily', 'nudge');
    expect(toldTo(intents)).toEqual(['liu-yang']);
    expect(refusal(record, 'chen-jing', 'nudge')).toBe('record.refusal.nudgedToday');
    desk.at('2026-11-25T02:00:00Z');
    expect(done(record, 'chen-jing', 'nudge').record.common.nudge).toMatchObject({ by: 'chen-jing' });
  });

  test('is not for those who must act', () => {
    expect(refusal(issued, 'liu-yang', 'nudge')).toBe('refusal.ownWork');
  });
});

describe('a reminder that is put off', () => {
  test('to the same day again leaves one entry: a second press by a user who saw no answer to the first', () => {
    const once = done(issued, 'liu-yang', 'snooze', { until: '2026-11-24' }).record;
    expect(refusal(once, 'liu-yang', 'snooze', { until: '2026-11-24' })).toBe('record.refusal.snoozedBefore');
    const moved = done(once, 'liu-yang', 'snooze', { until: '2026-11-25' }).record;
    expect(moved.common.snoozes).toEqual([{ personId: 'liu-yang', until: '2026-11-25' }]);
  });
});

describe('an opinion', () => {
  const asks = { of: 'emily', question: '模板要不要改' };

  test('is asked of a colleague, becomes theirs to give, and decides nothing', () => {
    const { record, intents } = done(issued, 'liu-yang', 'askOpinion', asks);
    expect(toldTo(intents)).toEqual(['emily']);
    expect(record.duties).toMatchObject([{ step: 'opinion', ownerIds: ['emily'] }]);
    expect(record.dutyOwnerIds).toEqual(['emily']);
    const given = done(record, 'emily', 'giveOpinion', { opinion: '要改' });
    expect(given.record).toMatchObject({ state: 'issued', duties: [], dutyOwnerIds: [] });
    expect(toldTo(given.intents)).toEqual(['liu-yang']);
    expect(drawn(given.record, 'liu-yang')).toContain('要改');
  });

  test('is given by nobody who was not asked, and asked of nobody twice', () => {
    const { record } = done(issued, 'liu-yang', 'askOpinion', asks);
    expect(refusal(record, 'he-min', 'giveOpinion', { opinion: '要改' })).toBe('refusal.otherRole');
    expect(refusal(record, 'liu-yang', 'askOpinion', asks)).toBe('record.refusal.opinionAsked');
  });
});

describe('an extension', () => {
  const asks = { day: '2026-12-04', reason: '等供方的检测报告' };

  test("is asked for with a reason and becomes the approver's to decide", () => {
    const { record, intents } = done(issued, 'liu-yang', 'askExtension', asks);
    expect(record.duties).toMatchObject([{ step: 'extension' }]);
    expect(record.duties[0]?.ownerIds).toEqual(['li-na', 'chen-jing', 'sun-yue', 'he-min']);
    expect(toldTo(intents).sort()).toEqual(['chen-jing', 'he-min', 'li-na', 'sun-yue']);
    expect(record.due).toEqual(issued.due);
  });

  test('moves the deadline when it is granted; the first one still decides whether it was on time', () => {
    const asked = done(issued, 'liu-yang', 'askExtension', asks).record;
    const { record, intents } = done(asked, 'chen-jing', 'grantExtension');
    expect(record.due?.day).toBe('2026-12-04');
    expect(record.clocks.find(({ step }) => step === 'issued')?.first).toEqual(issued.due?.at);
    expect(toldTo(intents)).toEqual(['liu-yang']);
    expect(drawn(record, 'liu-yang')).toContain('The first deadline');
    desk.at('2026-12-03T02:00:00Z');
    const submitted = done(record, 'liu-yang', 'submitCapa').record;
    const clock = submitted.clocks.find(({ step }) => step === 'issued');
    expect(clock && punctualityOf(clock, desk.setting().now)).toBe('lateExtended');
    expect(verifyHistory(submitted.history, submitted)).toEqual([]);
  });

  test('leaves the deadline when it is declined, and says why', () => {
    const asked = done(issued, 'liu-yang', 'askExtension', asks).record;
    const { record, intents } = done(asked, 'chen-jing', 'declineExtension', { remark: '检测可以后补' });
    expect(record.due).toEqual(issued.due);
    expect(toldTo(intents)).toEqual(['liu-yang']);
    expect(record.duties).toEqual([]);
  });

  test('is given once for each deadline, unless the organisation allows more', () => {
    const granted = done(done(issued, 'liu-yang', 'askExtension', asks).record, 'chen-jing', 'grantExtension').record;
    expect(refusal(granted, 'liu-yang', 'askExtension', { ...asks, day: '2026-12-11' })).toBe(
      'record.refusal.extendedBefore',
    );
  });

  test.each([
    ['not later than the present deadline', { ...asks, day: '2026-11-24' }, 'record.refusal.notLater'],
    ['in the past', { ...asks, day: '2026-11-20' }, 'form.pastDay'],
  ])('is refused for a day that is %s', (_name, answers, key) => {
    expect(refusal(issued, 'liu-yang', 'askExtension', answers)).toBe(key);
  });

  test('waits for one answer at a time, and is decided by nobody else', () => {
    const { record } = done(issued, 'liu-yang', 'askExtension', asks);
    expect(refusal(record, 'liu-yang', 'askExtension', asks)).toBe('record.refusal.extensionAsked');
    expect(refusal(record, 'liu-yang', 'grantExtension')).toBe('refusal.ownWork');
    expect(refusal(record, 'emily', 'grantExtension')).toBe('refusal.otherRole');
  });
});

describe('a link', () => {
  beforeEach(() => void desk.report('emily', {}, 'FD-2025-0007'));

  test('binds two records, and a recurrence stands on the card', () => {
    const { record } = done(issued, 'chen-jing', 'link', { kind: 'recurrence', number: 'fd-2025-0007' });
    expect(record.common.links).toEqual([{ kind: 'recurrence', number: 'FD-2025-0007' }]);
    expect(drawn(record, 'emily')).toContain('Recurrence of FD-2025-0007');
  });

  test('is refused to a number that nobody has given, or that its maker may not see', () => {
    const to = (number: string) => refusal(issued, 'liu-yang', 'link', { kind: 'related', number });
    expect(to('FD-2026-0999')).toBe('record.refusal.noSuchLink');
    desk.report('emily', { visibility: 'restricted' }, 'FD-2025-0008');
    expect(to('FD-2025-0008')).toBe('record.refusal.noSuchLink');
    done(issued, 'chen-jing', 'link', { kind: 'related', number: 'FD-2025-0008' });
  });

  test('is refused to the record itself and twice to the same', () => {
    const self = { kind: 'related', number: issued.number };
    expect(refusal(issued, 'chen-jing', 'link', self)).toBe('record.refusal.linkToItself');
    const other = { kind: 'related', number: 'FD-2025-0007' };
    const { record } = done(issued, 'chen-jing', 'link', other);
    expect(refusal(record, 'chen-jing', 'link', other)).toBe('record.refusal.linkedBefore');
  });
});

describe('a restricted record', () => {
  const restricted = () => ({
    ...issued,
    restricted: true,
    common: { ...issued.common, restricted: true },
    readerIds: ['liu-yang'],
  });

  test('is read by those named, QED and MR alone', () => {
    const { org } = desk;
    const who = ['liu-yang', 'chen-jing', 'zhou-min', 'emily', 'tang-wei'];
    const { now } = desk.setting();
    expect(who.filter((id) => mayRead(restricted(), id, org, now))).toEqual(['liu-yang', 'chen-jing', 'zhou-min']);
    expect(mayRead(restricted(), null, org, now)).toBe(false);
  });

  test('is not there for anybody else who would act on it', () => {
    expect(refusal(restricted(), 'emily', 'comment', { comment: 'x' })).toBe('refusal.noSuchRecord');
  });
});
