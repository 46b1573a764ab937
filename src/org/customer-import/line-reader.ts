import type { z } from 'zod';
import type { MessageKey, MessageParams } from '../../i18n/translate.ts';
import { type CellOf, type ColumnMap, titleOf } from '../people-file/find-columns.ts';
import type { LineProblem } from '../people-import/read-staff.ts';

/** Reads the cells of one line and gathers what is wrong with them. */
export interface LineReader<Field extends string> {
  readonly cell: CellOf<Field>;
  readonly problems: readonly LineProblem[];
  readonly tell: (field: Field, key: MessageKey, params?: MessageParams) => void;
  /** A cell by a schema; undefined where it is empty, or wrong, which is then told by `key`. */
  readonly read: <Value>(field: Field, schema: z.ZodType<Value>, key: MessageKey) => Value | undefined;
}

/** A reader of one line. */
export function createLineReader<Field extends string>(
  line: number,
  cell: CellOf<Field>,
  columns: ColumnMap<Field>,
): LineReader<Field> {
  const problems: LineProblem[] = [];
  const tell = (field: Field, key: MessageKey, params: MessageParams = {}) =>
    void problems.push({ line, column: titleOf(columns, field), key, params });
  return {
    cell,
    problems,
    tell,
    read(field, schema, key) {
      const said = cell(field);
      if (said === '') return undefined;
      const parsed = schema.safeParse(said);
      if (!parsed.success) tell(field, key, { said: said.slice(0, 60) });
      return parsed.success ? parsed.data : undefined;
    },
  };
}
