import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Place } from '../../src/chat/interaction.ts';
import type { Harness } from './harness.ts';
import { platforms } from './platforms.ts';
import { card, cardSaying } from './samples.ts';

describe.each(platforms)('what is sent on $name', ({ open, postsOnce, faults }) => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await open();
  });
  afterEach(() => harness.close());

  const longAgo = new Date('2026-11-23T00:00:00Z');
  const target = () => ({ kind: 'channel', channel: harness.channel }) as const;
  const post = (key = 'effect-1') => harness.adapter.post(target(), card, key, 'zh-CN');
  const lookUp = (key: string) => harness.adapter.lookUp(target(), key, longAgo);
  async function posted(): Promise<Place> {
    const outcome = await post();
    if (outcome.outcome !== 'sent') throw new Error(outcome.reason);
    return outcome.place;
  }

  test('stands once in its channel, and is found by its key and by no other', async () => {
    const place = await posted();
    expect(place).toMatchObject({
      platform: harness.adapter.platform,
      workspace: harness.adapter.workspace,
      channel: harness.channel,
    });
    const standing = await harness.standing();
    expect(standing).toHaveLength(1);
    expect(standing[0]).toContain('三件备件没有登记');
    expect(await lookUp('effect-1')).toEqual({ found: 'yes', place });
    expect(await lookUp('effect-2')).toEqual({ found: 'no' });
  });

  test('reaches a person where nobody else reads it', async () => {
    const outcome = await harness.adapter.post(
      { kind: 'user', userId: harness.people.member },
      card,
      'effect-1',
      'zh-CN',
    );
    expect(outcome).toMatchObject({ outcome: 'sent' });
    expect(outcome).not.toMatchObject({ place: { channel: harness.channel } });
    expect(await harness.standing()).toEqual([]);
  });

  test.runIf(postsOnce)('stands once however often it is posted under one key', async () => {
    const first = await post();
    expect(await post()).toEqual(first);
    expect(await harness.standing()).toHaveLength(1);
  });

  test('is redrawn in its place', async () => {
    const place = await posted();
    await post('effect-2');
    expect(await harness.adapter.refresh(place, cardSaying('已补登记'), 'zh-CN')).toEqual({ outcome: 'done' });
    const [first, second, ...more] = await harness.standing();
    expect(first).toContain('已补登记');
    expect(first).not.toContain('三件备件没有登记');
    expect(second).toContain('三件备件没有登记');
    expect(more).toEqual([]);
    expect(await lookUp('effect-1')).toEqual({ found: 'yes', place });
  });

  test('is gone when it was deleted, and is not posted again by a refresh', async () => {
    const place = await posted();
    await harness.remove(place);
    expect(await harness.adapter.refresh(place, card, 'zh-CN')).toMatchObject({ outcome: 'gone' });
    expect(await harness.standing()).toEqual([]);
  });

  test('is refused where there is no such channel', async () => {
    const nowhere = { kind: 'channel', channel: harness.noChannel } as const;
    expect(await harness.adapter.post(nowhere, card, 'effect-1', 'zh-CN')).toMatchObject({ outcome: 'refused' });
  });

  test.runIf(faults)('waits as long as a rate limit says, and does not stand', async () => {
    faults?.limit(harness, 7);
    expect(await post()).toMatchObject({ outcome: 'later', afterMs: 7_000 });
    expect(await harness.standing()).toEqual([]);
    expect(await post()).toMatchObject({ outcome: 'sent' });
  });

  test.runIf(faults)('is unknown when the connection is lost after it was taken, and is then found', async () => {
    faults?.dropAfter(harness);
    expect(await post()).toMatchObject({ outcome: 'unknown' });
    expect(await lookUp('effect-1')).toMatchObject({ found: 'yes', place: { channel: harness.channel } });
    expect(await harness.standing()).toHaveLength(1);
  });
});

describe.each(platforms)('who a user is on $name', ({ open }) => {
  test('is told by the platform: a member, a guest where there are any, an outside user, nobody', async () => {
    const { adapter, people, close } = await open();
    try {
      expect(await adapter.user(people.member)).toMatchObject({ userId: people.member, kind: 'member' });
      expect(await adapter.user(people.external)).toMatchObject({ userId: people.external, kind: 'external' });
      const guest = people.guest === undefined ? 'guest' : (await adapter.user(people.guest))?.kind;
      expect(guest).toBe('guest');
      expect(await adapter.user(people.nobody)).toBeNull();
    } finally {
      await close();
    }
  });
});
