import { locales } from '../../src/i18n/locale.ts';
import { moveKey } from '../../src/records/declaration/all-moves.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import { label } from '../../src/records/say.ts';

/** The moves of a type that a word may mean: by id, or by their button's label in either language. */
export function movesCalled(word: string, type: RecordType<unknown>): string[] {
  const said = plain(word);
  return type.allMoves
    .map(([move]) => move)
    .filter((move) =>
      [move, ...locales.map((locale) => label(moveKey(type.type, 'move', move), locale))].some(
        (name) => plain(name) === said,
      ),
    );
}

const plain = (word: string) => word.toLowerCase().replace(/[\s\d_-]/g, '');
