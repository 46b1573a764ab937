import { describe, expect, test } from 'vitest';
import type { Organisation } from '../../src/org/organisation.ts';
import type { DueItem } from '../../src/records/shape/due-query.ts';
import { testOrganisation } from '../support/organisation.ts';
import { due, morning, org, remind } from './mornings.ts';

describe('what is late', () => {
  const late = (changes: Partial<DueItem> = {}) => due('FD-1', '2026-11-20', ['huang-tao'], changes);
  /** Whom a morning tells for the first time, by rung, as it is noted in the record. */
  async function told(day: string, item: DueItem, of: Organisation = org) {
    const intents = await morning(day, [item], of);
    return intents.flatMap((intent) => (intent.kind === 'signal' ? [intent.input] : []));
  }
  const noted = (personId: string, after: number) => ({ personId, after, dueAt: late().dueAt.toISOString() });

  test('is told to the head of the department after one working day, to MR after three', async () => {
    expect(await told('2026-11-20', late())).toEqual([]);
    expect(await told('2026-11-23', late())).toEqual([noted('wang-lei', 1)]);
    const known = { escalations: [{ ...noted('wang-lei', 1), at: '2026-11-23T00:30:00Z' }] };
    expect(await told('2026-11-24', late(known))).toEqual([]);
    expect(await told('2026-11-25', late(known))).toEqual([noted('zhou-min', 3)]);
  });

  test('is in the message of whom it is told to, once, and its owner sees that', async () => {
    const reminders = await remind('2026-11-23', [late()]);
    const head = reminders.get('wang-lei')?.content;
    expect(head?.escalated.map(({ number, owners }) => [number, owners[0]?.zh])).toEqual([['FD-1', '黄涛']]);
    expect(head?.own).toEqual([]);
    expect(reminders.get('huang-tao')?.content.own[0]?.escalatedTo).toMatchObject([{ zh: '王磊' }]);
    const known = late({ escalations: [{ ...noted('wang-lei', 1), at: '2026-11-23T00:30:00Z' }] });
    const next = await remind('2026-11-24', [known]);
    expect([...next.keys()]).toEqual(['huang-tao']);
    expect(next.get('huang-tao')?.content.own[0]?.escalatedTo).toMatchObject([{ zh: '王磊' }]);
  });

  test.each([
    ['a make-up Saturday is a working day, the Spring Festival none', '2026-02-13', '2026-02-14', '2026-02-25'],
    ['a leap day is a working day', '2028-02-28', '2028-02-29', '2028-03-02'],
    ['week 53 leads into a year whose holidays are not published', '2026-12-30', '2026-12-31', '2027-01-04'],
    ['New Year and its make-up Sunday', '2025-12-31', '2026-01-04', '2026-01-06'],
  ])('%s: told after one and after three of them', async (_case, deadline, one, three) => {
    const item = due('FD-1', deadline, ['huang-tao']);
    const rungs = async (day: string) =>
      (await morning(day, [item])).flatMap((intent) => (intent.kind === 'signal' ? [intent.key] : []));
    const key = (after: number, person: string) => `escalate:FD-1:${item.dueAt.toISOString()}:${after}:${person}`;
    expect(await rungs(deadline)).toEqual([]);
    expect(await rungs(one)).toEqual([key(1, 'wang-lei')]);
    expect(await rungs(three)).toEqual([key(1, 'wang-lei'), key(3, 'zhou-min')]);
  });

  test('is told once by a clock that jumps back and forth: the key is the same, and what is noted is not told again', async () => {
    const keys = async (day: string, item: DueItem) =>
      (await morning(day, [item])).flatMap((intent) => (intent.kind === 'signal' ? [intent.key] : []));
    const first = await keys('2026-11-23', late());
    expect(await keys('2026-11-20', late())).toEqual([]);
    expect(await keys('2026-11-23', late())).toEqual(first);
    const known = { escalations: [{ ...noted('wang-lei', 1), at: '2026-11-23T00:30:00Z' }] };
    expect(await keys('2026-11-23', late(known))).toEqual([]);
  });

  test('after a week of our absence is told to both at once', async () => {
    expect(await told('2026-11-27', late())).toEqual([noted('wang-lei', 1), noted('zhou-min', 3)]);
  });

  test('is told again when a later deadline that was granted is missed, too', async () => {
    const known = { escalations: [{ ...noted('wang-lei', 1), at: '2026-11-23T00:30:00Z' }] };
    const extended = due('FD-1', '2026-11-26', ['huang-tao'], known);
    expect(await told('2026-11-27', extended)).toMatchObject([{ personId: 'wang-lei', after: 1 }]);
  });

  test('is not reported to a head who owns it, nor, if it is restricted, to a person who may not see it', async () => {
    expect(await told('2026-11-23', due('FD-1', '2026-11-20', ['wang-lei']))).toEqual([]);
    expect(await told('2026-11-27', late({ restricted: true }))).toEqual([noted('zhou-min', 3)]);
  });

  test('cannot be snoozed away', async () => {
    const snoozes = ['huang-tao', 'wang-lei'].map((personId) => ({ personId, until: '2026-12-31' }));
    expect(await told('2026-11-23', late({ snoozes }))).toEqual([noted('wang-lei', 1)]);
  });

  test('is reported to the deputy of a person who is away', async () => {
    expect(await told('2026-11-23', due('FD-1', '2026-11-20', ['liu-yang']), testOrganisation())).toEqual([
      noted('huang-tao', 1),
      noted('wang-lei', 1),
    ]);
  });

  test('is told ten to a morning; the rest follow', async () => {
    const many = Array.from({ length: 14 }, (_, index) => due(`FD-${index}`, '2026-11-20', ['huang-tao']));
    const intents = await morning('2026-11-23', many);
    expect(intents.filter(({ kind }) => kind === 'signal')).toHaveLength(10);
    expect((await remind('2026-11-23', many)).get('wang-lei')?.content.escalated).toHaveLength(10);
  });
});
