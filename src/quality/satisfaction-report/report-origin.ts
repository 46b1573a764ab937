import type { Organisation } from '../../org/organisation.ts';
import type { SatisfactionReportData } from './satisfaction-report-data.ts';

/** The origin of a period's report: the same whether the clock drafts it or somebody begins it by hand, so that there is one alone. */
export function reportOrigin(
  { key, departmentId }: Pick<SatisfactionReportData, 'key' | 'departmentId'>,
  org: Organisation,
): string {
  return `satisfaction-drafts:${org.siteOfDepartment(departmentId ?? '').id}:${key}`;
}
