import { UserError } from '../../errors.ts';
import { type ColumnMap, findColumns, listed } from '../people-file/find-columns.ts';
import type { Table } from '../people-file/table.ts';
import { headings, type PeopleField } from './headings.ts';

/** Which column of a people file holds what. */
export type PeopleColumns = ColumnMap<PeopleField>;

/** Finds the columns of a people file. Fails as `findColumns` does, and with the user error `people.columnMissing`. */
export function mapColumns(table: Table, given: ReadonlyMap<string, string>): PeopleColumns {
  const columns = findColumns(table, given, headings);
  const { of, titles } = columns;
  const hasName = of.name !== undefined || (of.givenName !== undefined && of.familyName !== undefined);
  const hasKey = of.number !== undefined || of.email !== undefined;
  if (!hasName || !hasKey || of.department === undefined) {
    throw new UserError('people.columnMissing', { headings: listed(titles) });
  }
  return columns;
}
