import { UserError } from '../../errors.ts';
import type { OrgData } from '../org-schema.ts';
import { type ColumnMap, findColumns, listed } from '../people-file/find-columns.ts';
import type { Table } from '../people-file/table.ts';
import type { CustomerImport } from './customer-import.ts';
import { customerHeadings, projectHeadings } from './headings.ts';
import { importCustomers } from './import-customers.ts';
import { importProjects } from './import-projects.ts';

/** The kind of list in a file. */
export type CustomerFileKind = 'customers' | 'projects';

/** Applies a list of customers or projects to the organization. Fails as `findColumns` does, and with the user error `served.columnMissing`. */
export function readCustomerFile(
  kind: CustomerFileKind,
  table: Table,
  map: ReadonlyMap<string, string>,
  org: OrgData,
): CustomerImport & { readonly columns: ColumnMap<string> } {
  switch (kind) {
    case 'customers': {
      const columns = findColumns(table, map, customerHeadings);
      need(columns, ['customer', 'customerId'], 'customer');
      return { ...importCustomers(table, columns, org), columns };
    }
    case 'projects': {
      const columns = findColumns(table, map, projectHeadings(org.settings));
      need(columns, ['project', 'projectId'], 'project, lead');
      return { ...importProjects(table, columns, org), columns };
    }
    default:
      return kind satisfies never;
  }
}

function need({ of, titles }: ColumnMap<string>, anyOf: readonly string[], needed: string): void {
  if (anyOf.some((field) => of[field] !== undefined)) return;
  throw new UserError('served.columnMissing', { needed, headings: listed(titles) });
}
