import type { FiguresContext } from './figures-context.ts';

/**
 * Departments by id. For `all`, also null (records without a department yet) and departments that records name but the organization no longer has.
 */
export async function departmentsIn(
  wanted: readonly string[] | 'all',
  { org, reports }: Pick<FiguresContext, 'org' | 'reports'>,
): Promise<readonly (string | null)[]> {
  return wanted === 'all' ? reports.departments(org.data.departments.map(({ id }) => id)) : wanted;
}
