import { expect } from 'vitest';
import type { Answered } from './desk.ts';
import type { Conversation } from './everywhere.ts';

export const INCIDENT = 'IN-2026-0001';
export const agent = 'xu-fang';

/** The service desk records what a customer reported by phone. */
export async function tellIncident({ desk, scene }: Conversation, more: Answered = {}): Promise<void> {
  await desk.say(agent, '/incident new');
  const told = {
    kind: 'incident',
    title: 'A 口闸机不能刷卡',
    project: 'metro-3',
    requester: '钱明',
    channel: 'phone',
    place: 'onSite',
    priority: 'p1',
  };
  expect(await desk.fill(agent, { ...told, ...more })).toBe('');
  await scene.settle();
}
