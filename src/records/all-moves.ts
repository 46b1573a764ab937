import { isMessageKey } from '../i18n/translate.ts';
import type { Move } from './declaration/move.ts';
import type { RecordType } from './declaration/record-type.ts';

/** Kept for each type, since every button of every card asks for them. */
const known = new WeakMap<object, unknown>();

/** All moves of a type by name: its own, then those that every type has. */
export function allMoves<Data>(type: RecordType<Data>): readonly [string, Move<Data>][] {
  const kept = known.get(type) as readonly [string, Move<Data>][] | undefined;
  if (kept) return kept;
  const moves = mergedMoves(type);
  known.set(type, moves);
  return moves;
}

const mergedMoves = <Data>({ moves, commonMoves }: RecordType<Data>): [string, Move<Data>][] =>
  Object.entries({ ...moves, ...without(commonMoves, moves) });

/** The move of a name that may be anything; what every object inherits is no move. */
export function moveOf<Data>({ moves, commonMoves }: RecordType<Data>, name: string): Move<Data> | undefined {
  if (Object.hasOwn(moves, name)) return moves[name];
  return Object.hasOwn(commonMoves, name) ? commonMoves[name] : undefined;
}

/** The catalogue's key for a move: what its button says (`move`), or what is told of it afterwards (`done`). */
export function moveKey(type: string, word: 'move' | 'done', name: string): string {
  const own = `${type}.${word}.${name}`;
  return isMessageKey(own) ? own : `record.${word}.${name}`;
}

const without = <Value>(all: Readonly<Record<string, Value>>, some: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !Object.hasOwn(some, name)));
