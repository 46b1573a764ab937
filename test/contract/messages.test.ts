import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messageSchema } from '../../src/chat/message.ts';
import { fileMark } from '../../src/chat/out-file.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import type { Harness } from './harness.ts';
import { platforms } from './platforms.ts';
import { cardSaying, form } from './samples.ts';

const longAgo = new Date('2026-11-23T00:00:00Z');
const toast: Reply = { kind: 'toast', tone: 'good', text: words('已登记为 FD-2026-0009') };

describe.each(platforms)('an answer that nobody waited for, on $name', ({ open, postsOnce }) => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await open();
  });
  afterEach(() => harness.close());

  const target = () => ({ kind: 'channel', channel: harness.channel }) as const;
  const say = (reply: Reply, key = 'answer-1') => harness.adapter.say(target(), reply, key, 'zh-CN');

  test.each<[string, Reply, string]>([
    ['a toast', toast, '已登记为 FD-2026-0009'],
    ['a card', { kind: 'card', card: cardSaying('只有三件备件') }, '只有三件备件'],
    ['a form, or a button that asks for it', { kind: 'form', form }, form.title],
  ])('stands as a message of its own: %s', async (_what, reply, text) => {
    expect(await say(reply)).toMatchObject({ outcome: 'sent', place: { channel: harness.channel } });
    const standing = await harness.standing();
    expect(standing).toHaveLength(1);
    expect(standing[0]).toContain(text);
  });

  test('is found by its key and by no other', async () => {
    const sent = await say(toast);
    if (sent.outcome !== 'sent') throw new Error(sent.reason);
    expect(await harness.adapter.lookUp(target(), 'answer-1', longAgo)).toEqual({ found: 'yes', place: sent.place });
    expect(await harness.adapter.lookUp(target(), 'answer-2', longAgo)).toEqual({ found: 'no' });
  });

  test.runIf(postsOnce)('stands once however often it is said under one key', async () => {
    const first = await say(toast);
    expect(await say(toast)).toEqual(first);
    expect(await harness.standing()).toHaveLength(1);
  });

  test('is refused where there is no such channel', async () => {
    const nowhere = { kind: 'channel', channel: harness.noChannel } as const;
    expect(await harness.adapter.say(nowhere, toast, 'answer-1', 'zh-CN')).toMatchObject({ outcome: 'refused' });
  });
});

describe.each(platforms)('a file that is sent on $name', ({ open, postsOnce }) => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await open();
  });
  afterEach(() => harness.close());

  const file = { name: `发现项-${fileMark('file-1')}.csv`, bytes: Buffer.from('\ufeff编号\r\n'), type: 'text/csv' };
  const send = (userId: string) => harness.adapter.postFile({ kind: 'user', userId }, file, 'file-1', 'zh-CN');

  test('reaches a person where nobody else reads it, and is found by its key and by no other', async () => {
    const target = { kind: 'user', userId: harness.people.member } as const;
    const sent = await send(target.userId);
    expect(sent).toMatchObject({ outcome: 'sent' });
    expect(sent).not.toMatchObject({ place: { channel: harness.channel } });
    expect(await harness.adapter.lookUp(target, 'file-1', longAgo)).toMatchObject({ found: 'yes' });
    expect(await harness.adapter.lookUp(target, 'file-2', longAgo)).toEqual({ found: 'no' });
    expect(await harness.standing()).toEqual([]);
  });

  test.runIf(postsOnce)('is sent once however often it is sent under one key', async () => {
    const first = await send(harness.people.member);
    expect(await send(harness.people.member)).toEqual(first);
  });

  test('is refused where there is nobody', async () => {
    expect(await send(harness.people.nobody)).toMatchObject({ outcome: 'refused' });
  });
});

describe.each(platforms)('what people write on $name', ({ open, reads }) => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await open();
  });
  afterEach(() => harness.close());

  test.runIf(reads)(
    'is read with its author, its time and its words alone; what was deleted is not found',
    async () => {
      const { adapter, people } = harness;
      const place = await harness.write?.('3号机房门禁又坏了');
      if (!place) throw new Error('nothing was written');
      const reading = await adapter.read?.(place);
      if (reading?.found !== 'yes') throw new Error(reading?.found);
      expect(reading.messages).toMatchObject([
        { place, author: { kind: 'person', userId: people.member }, text: '3号机房门禁又坏了', files: [] },
      ]);
      for (const message of reading.messages) messageSchema.parse(message);
      await harness.remove(place);
      expect(await adapter.read?.(place)).toMatchObject({ found: 'no' });
    },
  );

  test.runIf(!reads)('is shown to no bot', () => {
    expect(harness.adapter).not.toHaveProperty('read');
  });
});

describe.each(platforms)("the page that is a person's alone, on $name", ({ open, hasHome }) => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await open();
  });
  afterEach(() => harness.close());

  test.runIf(hasHome)('is drawn, and redrawn in place of what it showed', async () => {
    const { adapter, people } = harness;
    const draw = (said: string) => adapter.showHome?.(people.member, { kind: 'card', card: cardSaying(said) }, 'zh-CN');
    expect(await draw('待我处理 2 项')).toEqual({ outcome: 'done' });
    expect(await harness.home?.()).toContain('待我处理 2 项');
    expect(await draw('待我处理 1 项')).toEqual({ outcome: 'done' });
    expect(await harness.home?.()).not.toContain('待我处理 2 项');
    expect(await harness.standing()).toEqual([]);
  });

  test.runIf(!hasHome)('is not there', () => {
    expect(harness.adapter).not.toHaveProperty('showHome');
  });
});
