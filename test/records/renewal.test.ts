import { expect, test } from 'vitest';
import { dayOf } from '../../src/calendar/day.ts';
import { isWithinQuietHours } from '../../src/calendar/quiet-hours.ts';
import { renewalOf } from '../../src/records/card/renewal.ts';
import type { StandingCard } from '../../src/records/shape/effect.ts';
import { testOrganisation } from '../support/organisation.ts';
import { openPureEngine } from '../worlds/pure-engine.ts';

const card = (changes: Partial<StandingCard> = {}): StandingCard => ({
  platform: 'console',
  workspace: 'local',
  channel: 'quality',
  message: 'm1',
  key: 'k1',
  purpose: 'channel',
  locale: 'zh-CN',
  personId: null,
  shownVersion: 1,
  postedAt: new Date('2026-11-13T02:00:00Z'),
  ...changes,
});

const stretch = { from: new Date('2026-11-23T02:00:00Z'), to: new Date('2026-11-26T02:00:00Z') };
const night = { from: '21:00', to: '08:00' };
const desk = openPureEngine();
const record = desk.report();

test('the many of one day are spread over the days of the stretch, an even trickle, and none at night', () => {
  const times = Array.from({ length: 300 }, (_, index) => {
    const renewal = renewalOf(card({ message: `m${index}` }), record, desk.org, stretch);
    if (!renewal) throw new Error('not renewed');
    return renewal.notBefore;
  });
  expect(times.every((time) => time >= stretch.from && time <= stretch.to)).toBe(true);
  expect(times.filter((time) => isWithinQuietHours(time, night, 'Asia/Shanghai'))).toEqual([]);
  const hours = times.map((time) => time.toISOString().slice(0, 13));
  expect(Math.max(...hours.map((hour) => hours.filter((other) => other === hour).length))).toBeLessThan(20);
  expect(new Set(times.map((time) => dayOf(time, 'Asia/Shanghai'))).size).toBe(4);
});

test('asked again, a card has the same time', () => {
  expect(renewalOf(card(), record, desk.org, stretch)).toEqual(renewalOf(card(), record, desk.org, stretch));
});

test('a stretch that lies wholly at night ends when the night does', () => {
  const dark = { from: new Date('2026-11-23T14:00:00Z'), to: new Date('2026-11-23T18:00:00Z') };
  expect(renewalOf(card(), record, desk.org, dark)?.notBefore).toEqual(new Date('2026-11-24T00:00:00Z'));
});

test("a person's card goes to the person, where they still own the record and still are on that platform", () => {
  const of = (personId: string, more: Partial<StandingCard> = {}) =>
    renewalOf(card({ purpose: 'act', personId, channel: 'dm', ...more }), record, desk.org, stretch)?.target;
  expect(of('li-na')).toEqual({ kind: 'user', userId: 'li-na' });
  expect(of('wang-lei')).toBeUndefined();
  expect(of('li-na', { platform: 'slack' })).toBeUndefined();
});

test('a channel that the organisation has given up gets no new card', () => {
  const org = testOrganisation({ channels: [] });
  expect(renewalOf(card(), record, org, stretch)).toBeNull();
});
