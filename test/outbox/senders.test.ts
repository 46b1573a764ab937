import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLeases, type Leases } from '../../src/outbox/lease-repository.ts';
import { createSenders } from '../../src/outbox/senders.ts';
import { movedClock } from '../support/moved-clock.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

const ROUTE = 'slack:T1';
const SECOND = 1_000;
let office: PostOffice;
let leases: Leases;
beforeAll(async () => {
  office = await openPostOffice();
  leases = createLeases(office.connection);
});
afterAll(() => office.close());
beforeEach(() => office.clear());

const sender = (me: string, clock = office.clock) => createSenders({ leases, me, clock, leaseMs: 3 * SECOND });

test('one process at a time is the sender, and knows it without asking until its office runs out', async () => {
  const [first, second] = [sender('first'), sender('second')];
  expect(await first.holds(ROUTE)).toBe(true);
  expect(await second.holds(ROUTE)).toBe(false);
  expect([first.holdsNow(ROUTE), second.holdsNow(ROUTE)]).toEqual([true, false]);
  office.clock.advance(3 * SECOND);
  expect(first.holdsNow(ROUTE)).toBe(false);
  await first.release();
});

test('an office that is given back is free at once', async () => {
  const [first, second] = [sender('first'), sender('second')];
  await first.holds(ROUTE);
  await first.release();
  expect(first.holdsNow(ROUTE)).toBe(false);
  expect(await second.holds(ROUTE)).toBe(true);
  await second.release();
});

test('a sender that was not heard of for three seconds is followed, also where the clocks are seconds apart', async () => {
  for (const ahead of [-4 * SECOND, 0, 4 * SECOND]) {
    await office.clear();
    const clock = movedClock(new Date(office.clock.now().getTime() + ahead).toISOString());
    await leases.take(`sender:${ROUTE}`, null, { by: 'killed', until: new Date(office.clock.now().getTime() + 2_900) });
    const heir = sender('heir', clock);
    const isFree = async () => heir.holds(ROUTE);
    expect(await isFree(), `${ahead}`).toBe(false);
    clock.advance(2_900);
    expect(await isFree(), `${ahead}`).toBe(false);
    clock.advance(100);
    expect(await isFree(), `${ahead}`).toBe(true);
    await heir.release();
  }
});

test('a sender that is heard of is not followed, also where it sends nothing for a while', async () => {
  const [alive, other] = [sender('alive'), sender('other')];
  await alive.holds(ROUTE);
  for (let second = 0; second < 10; second++) {
    expect(await other.holds(ROUTE)).toBe(false);
    office.clock.advance(SECOND);
    // What its timer does each second.
    await leases.renew(`sender:${ROUTE}`, 'alive', new Date(office.clock.now().getTime() + 3 * SECOND));
  }
  expect(await other.holds(ROUTE)).toBe(false);
  await alive.release();
});

test('a sender that was held up finds out before it sends again', async () => {
  const [held, other] = [sender('held'), sender('other')];
  await held.holds(ROUTE);
  await other.holds(ROUTE);
  office.clock.advance(3 * SECOND);
  expect(await other.holds(ROUTE)).toBe(true);
  expect(held.holdsNow(ROUTE)).toBe(false);
  expect(await held.holds(ROUTE)).toBe(false);
  await other.release();
});

test('a lease that ran out long ago is free at once, and one that was given for half a minute is kept to its end', async () => {
  const now = () => office.clock.now().getTime();
  await leases.take(`sender:${ROUTE}`, null, { by: 'yesterday', until: new Date(now() - 6 * SECOND) });
  const heir = sender('heir');
  expect(await heir.holds(ROUTE)).toBe(true);
  await heir.release();

  await leases.take(`sender:${ROUTE}`, null, { by: 'older program', until: new Date(now() + 30 * SECOND) });
  for (let second = 0; second < 22; second++) {
    expect(await heir.holds(ROUTE)).toBe(false);
    office.clock.advance(SECOND);
  }
  office.clock.advance(8 * SECOND);
  expect(await heir.holds(ROUTE)).toBe(true);
  await heir.release();
});

test('a clock that was set back makes the office uncertain, not eternal', async () => {
  const mine = sender('mine');
  await mine.holds(ROUTE);
  office.clock.moveTo(new Date(office.clock.now().getTime() - 3_600 * SECOND).toISOString());
  expect(mine.holdsNow(ROUTE)).toBe(false);
  expect(await mine.holds(ROUTE)).toBe(true);
  await mine.release();
});
