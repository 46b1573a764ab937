import { beforeEach, expect, test } from 'vitest';
import type { ConsoleMessages, NewConsoleMessage } from '../../../adapters/console/messages.ts';
import type { Card } from '../../../src/chat/card.ts';

const card = (title: string): Card => ({
  title,
  tone: 'action',
  summary: title,
  blocks: [{ kind: 'buttons', buttons: [{ action: 'finding.open', label: '打开', value: {} }] }],
});

const draft = (key: string, space = 'quality'): NewConsoleMessage => ({
  key,
  space,
  card: card(key),
  locale: 'zh-CN',
  postedAt: new Date('2026-11-23T02:05:00Z'),
});

const keys = (messages: readonly { readonly key: string }[]) => messages.map(({ key }) => key);

/** What every store of the console's messages does; `open` gives an empty one. */
export function testMessages(open: () => Promise<ConsoleMessages>): void {
  let messages: ConsoleMessages;
  beforeEach(async () => {
    messages = await open();
  });

  test('gives back a message as it was posted, with an empty button value too', async () => {
    const posted = await messages.append(draft('a'));
    expect(await messages.findById(posted.id)).toEqual({ ...draft('a'), id: posted.id, position: 1, sequence: 1 });
    expect(await messages.findByKey('a')).toEqual(posted);
  });

  test('posts once under one key', async () => {
    const first = await messages.append(draft('a'));
    expect(await messages.append({ ...draft('a'), space: 'operations' })).toEqual(first);
    expect(await messages.bySpace('operations', 10)).toEqual([]);
  });

  test('redraws a message in its place, as the latest change', async () => {
    const { id } = await messages.append(draft('a'));
    await messages.append(draft('b'));
    const replaced = await messages.replace(id, card('redrawn'), 'en');
    expect(replaced).toMatchObject({
      id,
      key: 'a',
      position: 1,
      sequence: 3,
      locale: 'en',
      card: { title: 'redrawn' },
    });
    expect(keys(await messages.bySpace('quality', 10))).toEqual(['a', 'b']);
    expect(keys(await messages.since(1, 10))).toEqual(['b', 'a']);
    expect(await messages.latest()).toBe(3);
  });

  test('says that there is nothing where there is nothing', async () => {
    expect(await messages.latest()).toBe(0);
    expect(await messages.findById('nobody')).toBeNull();
    expect(await messages.findByKey('nobody')).toBeNull();
    expect(await messages.replace('nobody', card('x'), 'en')).toBeNull();
    expect(await messages.since(0, 10)).toEqual([]);
  });

  test('gives the end of a space, and what stands ahead of it', async () => {
    for (const key of ['a', 'b', 'c', 'd']) await messages.append(draft(key));
    await messages.append(draft('elsewhere', 'operations'));
    const end = await messages.bySpace('quality', 2);
    expect(keys(end)).toEqual(['c', 'd']);
    expect(keys(await messages.bySpace('quality', 2, end[0]?.position))).toEqual(['a', 'b']);
  });

  test('gives what came since in parts', async () => {
    for (const key of ['a', 'b', 'c']) await messages.append(draft(key));
    const part = await messages.since(0, 2);
    expect(keys(part)).toEqual(['a', 'b']);
    expect(keys(await messages.since(part.at(-1)?.sequence ?? 0, 2))).toEqual(['c']);
  });

  test('loses nobody to a reader who follows along while many write at once', async () => {
    const { id } = await messages.append(draft('first'));
    const seen = new Map<string, number>();
    let cursor = 0;
    let writing = true;
    const read = async () => {
      const batch = await messages.since(cursor, 50);
      for (const message of batch) seen.set(message.key, message.sequence);
      cursor = batch.at(-1)?.sequence ?? cursor;
    };
    const reader = (async () => {
      while (writing) await read();
    })();
    const writers = Array.from({ length: 12 }, async (_, index) => {
      await messages.append(draft(`w${index}`));
      await messages.replace(id, card(`r${index}`), 'en');
    });
    await Promise.all(writers);
    writing = false;
    await reader;
    await read();
    expect(seen.size).toBe(13);
    expect(seen.get('first')).toBe((await messages.findByKey('first'))?.sequence);
    expect(await messages.latest()).toBe(25);
  });
}
