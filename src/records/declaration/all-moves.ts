import { isMessageKey } from '../../i18n/translate.ts';
import type { Move } from './move.ts';
import type { RecordType } from './record-type.ts';

/** The move with the given name, which may be any string; properties inherited from `Object` do not count. */
export function moveOf<Data>({ moves, commonMoves }: RecordType<Data>, name: string): Move<Data> | undefined {
  if (Object.hasOwn(moves, name)) return moves[name];
  return Object.hasOwn(commonMoves, name) ? commonMoves[name] : undefined;
}

/** The catalogue key of a move: its button text (`move`), or how it is reported afterwards (`done`). */
export function moveKey(type: string, word: 'move' | 'done', name: string): string {
  const own = `${type}.${word}.${name}`;
  return isMessageKey(own) ? own : `record.${word}.${name}`;
}
