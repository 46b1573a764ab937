import { AppError } from '../errors.ts';
import { addWords } from '../i18n/translate.ts';
import type { RecordType } from './declaration/record-type.ts';

/** All record types, by name. */
export interface Registry {
  /** Fails with `records.unknownType` for a type that is not registered. */
  get(type: string): RecordType<unknown>;
  has(type: string): boolean;
  readonly all: readonly RecordType<unknown>[];
}

/** Builds the registry from an explicit list, and makes the types' words available to `translate`. */
export function createRegistry(types: readonly RecordType<unknown>[]): Registry {
  for (const { words } of types) addWords(words.catalogues);
  const byName = new Map(types.map((type) => [type.type, type]));
  return {
    all: types,
    has: (type) => byName.has(type),
    get(type) {
      const found = byName.get(type);
      if (!found) throw new AppError('records.unknownType', { type });
      return found;
    },
  };
}
