import type { Organisation } from '../../org/organisation.ts';
import type { SatisfactionReportData } from './satisfaction-report-data.ts';

/** The origin of a period's report: the same whether the clock drafts it or a person starts it, so that there is only one. */
export function reportOrigin(
  { key, departmentId }: Pick<SatisfactionReportData, 'key' | 'departmentId'>,
  org: Organisation,
): string {
  return `satisfaction-drafts:${org.siteOfDepartment(departmentId ?? '').id}:${key}`;
}
