import { expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../src/errors.ts';
import { defineWords } from '../../src/records/declaration/words.ts';
import { movesOf } from '../../src/records/define-record.ts';
import { openPureEngine } from '../worlds/pure-engine.ts';
import { note } from './note-type.ts';

const lamp = defineWords('lamp', {
  noun: ['灯', 'Lamp'],
  nouns: ['灯', 'lamps'],
  state: { off: ['关', 'Off'], on: ['开', 'On'] },
  move: { turnOn: ['打开', 'Turn on'], turnOff: ['关上', 'Turn off'] },
  done: { create: ['装了', 'installed it'], turnOn: ['打开了', 'turned it on'], turnOff: ['关上了', 'turned it off'] },
});
const { move, moveWith } = movesOf<{ watts: number }, typeof lamp>();

test('a state that the words do not name does not compile, wherever a move names it', () => {
  move({ from: ['off'], to: 'on', by: [] });
  // @ts-expect-error A misspelt target.
  move({ from: ['off'], to: 'onn', by: [] });
  // @ts-expect-error A misspelt state to start from.
  move({ from: ['of'], to: 'on', by: [] });
  // @ts-expect-error A misspelt choice.
  move({ from: ['off'], to: { oneOf: ['on', 'of'], choose: () => 'on' }, by: [] });
  // @ts-expect-error A choice that leads elsewhere.
  move({ from: ['off'], to: { oneOf: ['on'], choose: () => 'broken' }, by: [] });
  expect(lamp.state.on).toBe('lamp.state.on');
});

test('a move that the words do not name does not compile as the next one', () => {
  const input = z.object({ watts: z.number() });
  moveWith({ from: ['off'], by: [], input, next: () => 'turnOff' });
  // @ts-expect-error A misspelt move.
  expect(moveWith({ from: ['off'], by: [], input, next: () => 'turnOf' }).targets).toEqual([]);
});

test('the states that a move may lead to are known', () => {
  expect(move({ from: ['off'], to: 'on', by: [] }).targets).toEqual(['on']);
  expect(move({ from: ['off'], to: { oneOf: ['on', 'off'], choose: () => null }, by: [] }).targets).toEqual([
    'on',
    'off',
  ]);
  expect(move({ from: ['off'], by: [] }).targets).toEqual([]);
});

test('a state that is chosen without having been declared ends the decision', () => {
  const desk = openPureEngine();
  const record = desk.create(note, 'emily', { text: 'x', reader: 'emily' }, 'NT-2026-0001');
  const stray = move({
    from: ['off'],
    by: [],
    to: { oneOf: ['on'], choose: ({ state }) => state as 'off' },
  }).bind({});
  if (!stray.ok) throw new Error('no input is needed');
  expect(() => stray.bound.to({ ...record, data: { watts: 5 } }, desk.setting())).toThrow(AppError);
});

test('a word cannot be declared twice', () => {
  expect(() => defineWords('lamp', { a: { b: ['一', 'one'] } }, { a: { b: ['二', 'two'] } })).toThrow('lamp.a.b');
});
