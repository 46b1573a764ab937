import type { FiguresContext } from './figures-context.ts';

/** Some departments, by their ids; of `all`, null too for what no department has yet, and those that records have and the organization has no more. */
export async function departmentsIn(
  wanted: readonly string[] | 'all',
  { org, reports }: Pick<FiguresContext, 'org' | 'reports'>,
): Promise<readonly (string | null)[]> {
  return wanted === 'all' ? reports.departments(org.data.departments.map(({ id }) => id)) : wanted;
}
