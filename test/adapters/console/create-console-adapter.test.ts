import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { eventually } from '../../support/eventually.ts';
import { type OpenConsoleAdapter, openConsoleAdapter } from '../../worlds/console.ts';
import { createMemoryMessages } from './create-memory-messages.ts';

const card: Card = { title: 'FD-1', tone: 'action', summary: 'FD-1', blocks: [] };
const quality = { kind: 'channel', channel: 'quality' } as const;
const longAgo = new Date(0);

let opened: OpenConsoleAdapter;
beforeEach(async () => {
  opened = await openConsoleAdapter(async () => ({ kind: 'nothing' }));
});
afterEach(() => opened.close());

describe('the console as a platform', () => {
  test('posts to a channel and to a person, stranger included', async () => {
    const { adapter } = opened;
    expect(await adapter.post(quality, card, 'a', 'en')).toMatchObject({
      outcome: 'sent',
      place: { platform: 'console', workspace: 'local', channel: 'quality' },
    });
    expect(await adapter.post({ kind: 'user', userId: 'tom' }, card, 'b', 'en')).toMatchObject({
      place: { channel: 'direct:tom' },
    });
    expect(await adapter.post({ kind: 'user', userId: 'stranger' }, card, 'c', 'en')).toMatchObject({
      outcome: 'sent',
    });
    expect(await adapter.post({ kind: 'channel', channel: 'direct:tom' }, card, 'd', 'en')).toMatchObject({
      place: { channel: 'direct:tom' },
    });
  });

  test('refuses a channel and a person that are not there', async () => {
    for (const target of [
      { kind: 'channel', channel: 'nowhere' },
      { kind: 'channel', channel: 'direct:mallory' },
      { kind: 'user', userId: 'mallory' },
    ] as const) {
      expect((await opened.adapter.post(target, card, 'a', 'en')).outcome).toBe('refused');
    }
    expect(await opened.messages.latest()).toBe(0);
  });

  test('posts once under one key, and finds it by that key', async () => {
    const { adapter } = opened;
    expect(await adapter.lookUp(quality, 'a', longAgo)).toEqual({ found: 'no' });
    const first = await adapter.post(quality, card, 'a', 'en');
    expect(await adapter.post(quality, card, 'a', 'en')).toEqual(first);
    expect(await opened.messages.latest()).toBe(1);
    expect(await adapter.lookUp(quality, 'a', longAgo)).toEqual({
      found: 'yes',
      place: first.outcome === 'sent' ? first.place : undefined,
    });
  });

  test('redraws a card, and says when its place is gone', async () => {
    const { adapter, messages } = opened;
    const sent = await adapter.post(quality, card, 'a', 'zh-CN');
    if (sent.outcome !== 'sent') throw new Error('not sent');
    expect(await adapter.refresh(sent.place, { ...card, title: 'new' }, 'en')).toEqual({ outcome: 'done' });
    expect((await messages.findByKey('a'))?.card.title).toBe('new');
    expect((await adapter.refresh({ ...sent.place, message: 'gone' }, card, 'en')).outcome).toBe('gone');
    expect((await adapter.refresh({ ...sent.place, platform: 'slack' }, card, 'en')).outcome).toBe('gone');
  });

  test('leaves open what became of a post when the store fails, and never throws', async () => {
    const away = async () => {
      throw new Error('what somebody wrote');
    };
    const { adapter, messages } = await openConsoleAdapter(async () => ({ kind: 'nothing' }), {
      ...createMemoryMessages(),
      append: away,
      replace: away,
      findByKey: away,
    });
    const place = { platform: 'console', workspace: 'local', channel: 'quality', message: 'm' } as const;
    expect(await messages.latest()).toBe(0);
    expect(await adapter.post(quality, card, 'a', 'en')).toEqual({ outcome: 'unknown', reason: 'Error' });
    expect(await adapter.refresh(place, card, 'en')).toMatchObject({ outcome: 'later', reason: 'Error' });
    expect(await adapter.lookUp(quality, 'a', longAgo)).toEqual({ found: 'unclear', reason: 'Error' });
  });

  test('knows its people, and of the stranger only that they are from outside', async () => {
    expect(await opened.adapter.user('tom')).toEqual({ userId: 'tom', name: 'Tom Becker', kind: 'member' });
    expect(await opened.adapter.user('stranger')).toMatchObject({ kind: 'external' });
    expect(await opened.adapter.user('mallory')).toBeNull();
  });

  test('takes nothing once it stops, and waits for what is under way', async () => {
    let finish: (reply: Reply) => void = () => {};
    let begun = false;
    const { http, adapter } = await openConsoleAdapter(() => {
      begun = true;
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    const request = () =>
      http.inject({
        method: 'POST',
        url: '/console/api/interactions',
        headers: { host: 'localhost', origin: 'http://localhost' },
        payload: {
          id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
          as: 'tom',
          space: 'quality',
          kind: 'command',
          text: '/qm help',
        },
      });
    const underWay = request();
    await eventually(() => begun);
    let stopped = false;
    const stopping = adapter.stop().then(() => {
      stopped = true;
    });
    const late = await request();
    expect([late.statusCode, late.json()]).toEqual([503, { error: 'notReady' }]);
    expect(stopped).toBe(false);
    finish({ kind: 'nothing' });
    await stopping;
    expect((await underWay).json()).toEqual({ kind: 'nothing' });
    await http.close();
  });
});
