import { beforeEach, expect, test } from 'vitest';
import { finding } from '../../src/quality/finding/finding.ts';
import { verifyHistory } from '../../src/records/decide/verify-history.ts';
import { answers } from '../quality/finding/answers.ts';
import { findingIn } from '../quality/finding/finding-in.ts';
import { openPureEngine, type PureEngine } from '../worlds/pure-engine.ts';

let desk: PureEngine;

beforeEach(() => {
  desk = openPureEngine();
});

const wish = { day: '2026-12-09', reason: '等供方的检测报告' };

test('a request for more time that nobody answered lapses with its deadline, and puts off no other', () => {
  const asked = desk.make(findingIn(desk, 'issued'), 'liu-yang', 'askExtension', wish);
  const handedIn = desk.make(asked, 'liu-yang', 'submitCapa');
  expect(handedIn.common.extensions).toMatchObject([
    { step: 'issued', outcome: 'lapsed', decidedAt: '2026-11-23T02:00:00.000Z' },
  ]);
  expect(handedIn.duties).toEqual([]);
  expect(desk.ask(finding, handedIn, 'zhou-min', 'grantExtension').verdict).toBe('refused');
  expect(verifyHistory(handedIn.history, handedIn)).toEqual([]);
});

test('a request stays open where its deadline is carried along, and is of the state that has the deadline now', () => {
  const asked = desk.make(desk.report(), 'chen-jing', 'askExtension', wish);
  const back = desk.make(asked, 'chen-jing', 'askBack', answers.askBack);
  expect(back.common.extensions).toMatchObject([{ step: 'askedBack' }]);
  const replied = desk.make(back, 'emily', 'replyBack', answers.replyBack);
  const granted = desk.make(replied, 'zhou-min', 'grantExtension');
  expect(granted.common.extensions).toMatchObject([{ step: 'reported', outcome: 'granted' }]);
  expect(granted.due?.day).toBe('2026-12-09');
});

test('a word beside the state leaves what was asked as it is', () => {
  const asked = desk.make(findingIn(desk, 'issued'), 'liu-yang', 'askExtension', wish);
  const commented = desk.make(asked, 'liu-yang', 'comment', { comment: '供方周五给报告' });
  expect(commented.common.extensions).toEqual(asked.common.extensions);
});
