import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordTypes } from '../../src/quality/index.ts';
import type { Conversation } from '../worlds/conversation.ts';
import { askers, inALine, openFrozenRoom } from './frozen-room.ts';

let room: Conversation;
beforeAll(async () => {
  room = await openFrozenRoom();
});
afterAll(() => room.close());

/** A record of each type that the room has; what others answer shows that they are known. */
const numbers: Readonly<Record<string, string>> = {
  finding: 'FD-2026-0001',
  incident: 'IN-2026-0001',
  complaint: 'CP-2026-0001',
  callBack: 'IN-2026-0001-C1',
};

/** Every id of a button and of a form, with what it may be about: those that stand in cards sent long ago are pressed for ever. */
async function ids(): Promise<readonly (readonly [id: string, number: string])[]> {
  const own = (await readFile(new URL('ids.txt', import.meta.url), 'utf8')).trim().split('\n');
  return [
    ...own.map((id) => [id, 'FD-2026-0001'] as const),
    ...recordTypes.flatMap((type) =>
      ['new', 'list', 'export', ...type.allMoves.map(([move]) => move)].map(
        (verb) => [`${type.type}.${verb}`, numbers[type.type] ?? 'FD-2026-0001'] as const,
      ),
    ),
  ];
}

test('every press is answered as the table says', async () => {
  const table: string[] = [];
  for (const [id, number] of await ids()) {
    const value = id === 'qm.say' ? { text: '/finding new' } : { number, round: 0 };
    table.push(`${id}\n    ${inALine(await room.press(askers['zh-CN'], id, value))}`);
  }
  expect(table.length).toBeGreaterThan(200);
  await expect(`${table.join('\n')}\n`).toMatchFileSnapshot('presses.txt');
});

test('every form that is handed in empty is answered as the table says', async () => {
  const table: string[] = [];
  for (const [id, number] of await ids()) {
    table.push(`${id}\n    ${inALine(await room.submit(askers.en, id, { number, round: 0 }, {}))}`);
  }
  await expect(`${table.join('\n')}\n`).toMatchFileSnapshot('forms.txt');
});
