import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ConsoleMessages } from '../../../adapters/console/messages.ts';
import type { Card } from '../../../src/chat/card.ts';
import { eventually } from '../../support/eventually.ts';
import { type OpenConsoleAdapter, openConsoleAdapter } from '../../worlds/console.ts';
import { createMemoryMessages } from './create-memory-messages.ts';

const card = (title: string): Card => ({ title, tone: 'action', summary: title, blocks: [] });
const newsSchema = z.object({ message: z.string(), space: z.string(), position: z.number(), summary: z.string() });

let opened: OpenConsoleAdapter;
let original: ConsoleMessages;
let messages: ConsoleMessages;
let url: string;
const leaving = new AbortController();

beforeEach(async () => {
  original = createMemoryMessages();
  messages = { ...original };
  opened = await openConsoleAdapter(async () => ({ kind: 'nothing' }), messages);
  url = await opened.http.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => opened.close());

/** Opens a stream as a browser does; what came so far, and whether it has ended. */
async function follow(as: string, headers: Record<string, string> = {}, signal = leaving.signal) {
  const response = await fetch(`${url}/console/api/events?as=${as}&since=0`, { headers, signal });
  const stream = { raw: '', ended: false };
  const decoder = new TextDecoder();
  void (async () => {
    try {
      for await (const part of response.body ?? []) stream.raw += decoder.decode(part, { stream: true });
    } catch {
      // The reader left.
    }
    stream.ended = true;
  })();
  const summaries = () =>
    [...stream.raw.matchAll(/^data: (.*)$/gm)].map((match) => newsSchema.parse(JSON.parse(match[1] ?? '')).summary);
  return { stream, summaries };
}

describe('the stream of messages', () => {
  test('brings what is there, what is posted and what is redrawn', async () => {
    await opened.adapter.post({ kind: 'channel', channel: 'quality' }, card('stands'), 'a', 'en');
    const { summaries } = await follow('tom');
    await eventually(() => summaries().length === 1);
    const sent = await opened.adapter.post({ kind: 'channel', channel: 'quality' }, card('posted'), 'b', 'en');
    await eventually(() => summaries().length === 2);
    if (sent.outcome === 'sent') await opened.adapter.refresh(sent.place, card('redrawn'), 'en');
    await eventually(() => summaries().length === 3);
    expect(summaries()).toEqual(['stands', 'posted', 'redrawn']);
  });

  test("keeps a person's direct messages from everybody else", async () => {
    const tom = await follow('tom');
    const liNa = await follow('li-na');
    await opened.adapter.post({ kind: 'user', userId: 'li-na' }, card('for Li Na'), 'a', 'en');
    await opened.adapter.post({ kind: 'channel', channel: 'quality' }, card('for all'), 'b', 'en');
    await eventually(() => tom.summaries().length > 0 && liNa.summaries().length === 2);
    expect(tom.summaries()).toEqual(['for all']);
    expect(liNa.summaries()).toEqual(['for Li Na', 'for all']);
  });

  test('goes on where a browser says that it was', async () => {
    for (const key of ['a', 'b', 'c']) {
      await opened.adapter.post({ kind: 'channel', channel: 'quality' }, card(key), key, 'en');
    }
    const { summaries } = await follow('tom', { 'last-event-id': '2' });
    await eventually(() => summaries().length > 0);
    expect(summaries()).toEqual(['c']);
  });

  test('brings what another replica posted', async () => {
    const { summaries } = await follow('tom');
    const at = new Date('2026-11-23T02:05:00Z');
    await messages.append({ key: 'x', space: 'quality', card: card('elsewhere'), locale: 'en', postedAt: at });
    await eventually(() => expect(summaries()).toEqual(['elsewhere']));
  });

  test('survives a store that fails for a moment', async () => {
    const since: ConsoleMessages['since'] = (...where) => original.since(...where);
    const { stream, summaries } = await follow('tom');
    await eventually(() => stream.raw.includes('retry:'));
    messages.since = async () => {
      throw new Error('away');
    };
    await opened.adapter.post({ kind: 'channel', channel: 'quality' }, card('kept'), 'a', 'en');
    await eventually(() => opened.logged.length > 0);
    messages.since = since;
    await eventually(() => expect(summaries()).toEqual(['kept']));
  });

  test('ends when the console stops, so that the server can close', async () => {
    const { stream } = await follow('tom');
    await opened.adapter.stop();
    await eventually(() => stream.ended);
    const closed = opened.http.close().then(() => 'closed');
    expect(await Promise.race([closed, wait(3_000, 'still open')])).toBe('closed');
  });

  test('asks the store no more when the last browser has left', async () => {
    const leave = new AbortController();
    let asked = 0;
    const since: ConsoleMessages['since'] = (...where) => original.since(...where);
    messages.since = (...where) => {
      asked += 1;
      return since(...where);
    };
    const { stream } = await follow('tom', {}, leave.signal);
    await eventually(() => asked > 0);
    leave.abort();
    await eventually(() => stream.ended);
    await eventually(async () => {
      const before = asked;
      await opened.adapter.post(
        { kind: 'channel', channel: 'quality' },
        card('x'),
        `k${before}-${performance.now()}`,
        'en',
      );
      await wait(20);
      expect(asked).toBe(before);
    });
  });
});
