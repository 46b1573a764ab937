import type { OrgData } from '../../../src/org/org-schema.ts';
import { mapColumns } from '../../../src/org/people-import/map-columns.ts';
import { mergeStaff, type StaffChange } from '../../../src/org/people-import/merge-staff.ts';
import { readStaff, type Staff } from '../../../src/org/people-import/read-staff.ts';
import { sampleOrg } from '../sample.ts';

/** Lines of a people file, with commas, as a table under its headings. */
export function readLines(
  lines: readonly string[],
  headings = '工号,姓名,部门,邮箱,手机,职务,状态',
  org = sampleOrg(),
): Staff {
  const rows = [headings, ...lines].map((text, index) => ({ line: index + 1, cells: text.split(',') }));
  const table = { readAs: 'CSV', rows };
  return readStaff(table, mapColumns(table, new Map()), org);
}

/** A line for each person of the sample: their e-mail tells who they are. */
export function linesOfSample(org = sampleOrg()): string[] {
  return org.people.map((person, index) => {
    const department = org.departments.find(({ id }) => id === person.department)?.name.zh;
    return [`E${101 + index}`, person.name.zh, department, person.email, '', '', '在职'].join(',');
  });
}

/** What a file with these lines would change. */
export function changeOf(
  lines: readonly string[],
  org: OrgData = sampleOrg(),
  siteId: string | null = null,
): StaffChange {
  return mergeStaff(readLines(lines, undefined, org).people, org, { siteId, keep: new Set() });
}
