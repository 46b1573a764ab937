import { expect, test } from 'vitest';
import { applyChange, type EffectChange } from '../../src/outbox/change.ts';
import type { OutboxDocument } from '../../src/outbox/effect-store.ts';
import { type Effect, type StandingCard, waiting } from '../../src/records/shape/effect.ts';
import { MONDAY } from '../support/organisation.ts';
import { post, standing } from './post-office.ts';

const until = new Date(MONDAY.getTime() + 30_000);
const effect = (key: string, changes: Partial<Effect> = {}): Effect => ({
  ...waiting(post(key), MONDAY),
  ...(changes as object),
});

function document(effects: readonly Effect[], cards: readonly StandingCard[] = []): OutboxDocument {
  return { id: 'r', pending: 1, nextAt: MONDAY, renewAt: null, revision: 3, version: 5, effects, cards, record: null };
}

const after = (before: OutboxDocument, change: EffectChange, me = 'me') => applyChange(before, change, me);
const keysIn = (result: OutboxDocument | null) => result?.effects.map(({ key }) => key);

test('a claim holds an effect for this process, and says since when a send of it may stand', () => {
  const claimed = after(document([effect('a'), effect('b')]), { change: 'claim', key: 'a', until, begun: MONDAY });
  expect(claimed?.effects).toEqual([effect('a', { lease: { by: 'me', until }, begun: MONDAY }), effect('b')]);
});

test('what another process holds is neither claimed, ended, postponed nor dropped', () => {
  const held = document([effect('a', { lease: { by: 'other', until } })]);
  const postponement = { status: 'waiting', attempts: 1, notBefore: until, begun: null, reason: 'busy' } as const;
  for (const change of [
    { change: 'claim', key: 'a', until, begun: null },
    { change: 'complete', key: 'a', card: null },
    { change: 'postpone', key: 'a', postponement },
    { change: 'drop', key: 'a' },
  ] as const) {
    expect(after(held, change), change.change).toBeNull();
  }
});

test('an effect that is carried out is gone, and its card stands in the same write', () => {
  const claimed = document([effect('a', { lease: { by: 'me', until } }), effect('b')]);
  const done = after(claimed, { change: 'complete', key: 'a', card: standing() });
  expect(keysIn(done)).toEqual(['b']);
  expect(done?.cards).toEqual([standing()]);
});

test('an effect that is postponed is held by nobody, and keeps what it asks for', () => {
  const postponement = { status: 'waiting', attempts: 2, notBefore: until, begun: MONDAY, reason: 'busy' } as const;
  const claimed = document([effect('a', { lease: { by: 'me', until }, begun: MONDAY })]);
  expect(after(claimed, { change: 'postpone', key: 'a', postponement })?.effects).toEqual([
    { ...effect('a'), ...postponement },
  ]);
});

test('a card never shows an older version than it does', () => {
  const shown = document([], [standing({ shownVersion: 5 })]);
  expect(after(shown, { change: 'show', card: standing(), version: 4 })).toBeNull();
  expect(after(shown, { change: 'show', card: standing(), version: 6 })?.cards).toMatchObject([{ shownVersion: 6 }]);
});

test('a card that is forgotten takes its replacement along, and is forgotten once', () => {
  const stood = document([], [standing(), standing({ channel: 'other' })]);
  const change = { change: 'forget', card: standing(), replacement: effect('again') } as const;
  const forgotten = after(stood, change);
  expect(forgotten?.cards).toEqual([standing({ channel: 'other' })]);
  expect(keysIn(forgotten)).toEqual(['again']);
  expect(forgotten && after(forgotten, change)).toBeNull();
});

test('a card is asked for again once, however often that is asked, and only while the old one stands', () => {
  const change = { change: 'renew', card: standing(), replacement: effect('renewed') } as const;
  const renewed = after(document([effect('a')], [standing()]), change);
  expect(keysIn(renewed)).toEqual(['a', 'renewed']);
  expect(renewed && after(renewed, change)).toBeNull();
  expect(after(document([], []), change)).toBeNull();
});

test('what is gone is not changed', () => {
  expect(after(document([effect('a')]), { change: 'complete', key: 'b', card: null })).toBeNull();
  expect(after(document([effect('a')]), { change: 'show', card: standing(), version: 9 })).toBeNull();
});
