import type { z } from 'zod';
import type { MessageKey, MessageParams } from '../../i18n/translate.ts';
import { type CellOf, type ColumnMap, titleOf } from '../people-file/find-columns.ts';
import type { LineProblem } from '../people-import/read-staff.ts';

/** Reads the cells of one line and collects their problems. */
export interface LineReader<Field extends string> {
  readonly cell: CellOf<Field>;
  readonly problems: readonly LineProblem[];
  readonly tell: (field: Field, key: MessageKey, params?: MessageParams) => void;
  /** Reads a cell by a schema; undefined if it is empty or invalid; an invalid one is reported with `key`. */
  readonly read: <Value>(field: Field, schema: z.ZodType<Value>, key: MessageKey) => Value | undefined;
}

/** Creates a reader for one line. */
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
