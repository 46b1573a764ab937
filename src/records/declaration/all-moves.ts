import { isMessageKey } from '../../i18n/translate.ts';
import type { Move } from './move.ts';
import type { RecordType } from './record-type.ts';

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
