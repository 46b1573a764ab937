import { afterEach, beforeEach, expect, test } from 'vitest';
import { words } from '../../src/chat/text.ts';
import type { AdminAction } from '../../src/records/shape/admin-action.ts';
import { chosen, openPostBox, type PostBox } from './post-box.ts';

const KEY = 'console:local:e1';
const MINUTE = 60_000;

let box: PostBox;
beforeEach(async () => {
  box = await openPostBox();
});
afterEach(() => box.close());

test('an event is kept before it is worked off, and its answer is something for the outbox to post once', async () => {
  await box.inbox.accept(chosen('e1'));
  expect(box.handled).toEqual([]);
  await box.inbox.drain();
  expect(box.handled).toMatchObject([{ id: 'e1' }]);
  expect(await box.answers(KEY)).toMatchObject([
    { key: `reply:${KEY}`, route: 'console:local', target: { kind: 'user', userId: 'li-na' }, purpose: 'reply' },
  ]);
});

test('an event that comes again, before or after its work, is worked off once', async () => {
  await Promise.all([box.inbox.accept(chosen('e1')), box.another().accept(chosen('e1'))]);
  await box.inbox.drain();
  await box.another().accept(chosen('e1'));
  await box.inbox.drain();
  expect(box.handled).toHaveLength(1);
});

test('two replicas that come to an event at once work it off once', async () => {
  await box.inbox.accept(chosen('e1'));
  await Promise.all([box.inbox.drain(), box.another().drain(), box.another().drain()]);
  expect(box.handled).toHaveLength(1);
});

test('what a killed process had begun is done by another once its lease has run out, and not before', async () => {
  await box.inbox.accept(chosen('e1'));
  let die: () => void = () => undefined;
  box.answer(() => new Promise<never>((_resolve, reject) => (die = () => reject(new Error('killed')))));
  const killed = box.inbox.drain();
  await expect.poll(() => box.handled.length).toBe(1);
  box.answer(() => ({ kind: 'toast', tone: 'good', text: words('好的') }));
  await box.another().drain();
  expect(box.handled).toHaveLength(1);
  box.clock.advance(MINUTE + 1);
  await box.another().drain();
  expect(box.handled).toHaveLength(2);
  expect(await box.answers(KEY)).toHaveLength(1);
  die();
  await expect(killed).rejects.toThrow('killed');
});

test('who comes too late with an answer leaves the one that stands', async () => {
  await box.inbox.accept(chosen('e1'));
  let finish: () => void = () => undefined;
  box.answer(
    () => new Promise((resolve) => (finish = () => resolve({ kind: 'toast', tone: 'good', text: words('迟到的') }))),
  );
  const slow = box.inbox.drain();
  await expect.poll(() => box.handled.length).toBe(1);
  box.clock.advance(MINUTE + 1);
  box.answer(() => ({ kind: 'toast', tone: 'good', text: words('先到的') }));
  await box.another().drain();
  finish();
  await slow;
  expect(JSON.stringify(await box.answers(KEY))).toContain('先到的');
  expect(JSON.stringify(await box.answers(KEY))).not.toContain('迟到的');
});

test('what fails is tried again, ever later, and given up in the sight of administrators and of the person', async () => {
  box.answer(() => ({ kind: 'toast', tone: 'error', text: words('出了点问题') }));
  await box.inbox.accept(chosen('e1'));
  await box.inbox.drain();
  expect(box.handled).toHaveLength(1);
  box.clock.advance(2_000);
  await box.inbox.drain();
  expect(await box.inbox.givenUp(10)).toEqual([]);
  box.clock.advance(4_000);
  await box.inbox.drain();
  expect(box.handled).toHaveLength(3);
  expect(await box.inbox.givenUp(10)).toMatchObject([{ key: KEY, attempts: 3, reason: 'error' }]);
  expect(await box.answers(KEY)).toMatchObject([{ content: { kind: 'toast', tone: 'error' } }]);
  expect(box.logged.join()).toContain('an event was given up');
});

test('what was given up is tried again when an administrator wants it, or dropped', async () => {
  box.answer(() => ({ kind: 'toast', tone: 'error', text: words('出了点问题') }));
  for (const id of ['e1', 'e2']) await box.inbox.accept(chosen(id));
  for (let tries = 0; tries < 3; tries++) {
    await box.inbox.drain();
    box.clock.advance(MINUTE);
  }
  expect(await box.inbox.givenUp(10)).toHaveLength(2);
  box.answer(() => ({ kind: 'nothing' }));
  const dealing = (deed: AdminAction['deed'], key: string): AdminAction => ({
    deed,
    by: 'zheng-kai',
    at: box.clock.now(),
    key,
    kind: 'event',
    to: '',
    route: '',
  });
  const [retried, dropped] = [dealing('retry', KEY), dealing('drop', 'console:local:e2')];
  expect(await box.inbox.retry(KEY, retried)).toBe(true);
  expect(await box.inbox.drop('console:local:e2', dropped)).toBe(true);
  const before = box.handled.length;
  await box.inbox.drain();
  expect(box.handled.slice(before)).toMatchObject([{ id: 'e1' }]);
  expect(await box.inbox.givenUp(10)).toEqual([]);
  expect(await box.inbox.retry(KEY, retried)).toBe(false);
});

test("the page that is a person's alone is drawn and not posted; a platform that is away is tried again", async () => {
  const drawn: string[] = [];
  const outcomes = [{ outcome: 'later', afterMs: 1, scope: 'workspace', reason: 'away' } as const];
  box.adapter.showHome = async (userId) => {
    const outcome = outcomes.shift();
    if (outcome) return outcome;
    drawn.push(userId);
    return { outcome: 'done' };
  };
  const { action: _action, ...opened } = { ...chosen('e1'), kind: 'opened' as const, action: '' };
  await box.inbox.accept(opened);
  await box.inbox.drain();
  expect(drawn).toEqual([]);
  box.clock.advance(MINUTE);
  await box.inbox.drain();
  expect(drawn).toEqual(['li-na']);
  expect(await box.answers(KEY)).toEqual([]);
});

test('an event for a workspace that nobody serves any more is not lost at once', async () => {
  await box.inbox.accept({ ...chosen('e1'), workspace: 'gone' });
  await box.inbox.drain();
  expect(box.handled).toEqual([]);
  expect(await box.inbox.givenUp(10)).toEqual([]);
});

test('the ids of finished events are forgotten after a week, their words at once', async () => {
  await box.inbox.accept(chosen('e1'));
  await box.inbox.drain();
  const stored = await box.effects.load(KEY);
  expect(JSON.stringify(stored)).not.toContain('qm.mine');
  expect(stored?.effects).toHaveLength(1);
  if (stored) await box.effects.replace(stored, { ...stored, pending: 0, effects: [] });
  box.clock.advance(8 * 24 * 60 * MINUTE);
  const replica = box.another();
  replica.start();
  await expect.poll(() => box.effects.load(KEY)).toBeNull();
  await replica.stop();
});

test('an inbox that is stopped finishes what it is working on and leaves the rest to others', async () => {
  for (const id of ['e1', 'e2', 'e3']) await box.inbox.accept(chosen(id));
  let finish: () => void = () => undefined;
  box.answer(() => new Promise((resolve) => (finish = () => resolve({ kind: 'nothing' }))));
  const stopping = box.another();
  stopping.start();
  await expect.poll(() => box.handled.length).toBe(1);
  const stopped = stopping.stop();
  finish();
  await stopped;
  expect(box.handled).toHaveLength(1);
  box.answer(() => ({ kind: 'nothing' }));
  await box.inbox.drain();
  expect(box.handled.map(({ id }) => id)).toEqual(['e1', 'e2', 'e3']);
});
