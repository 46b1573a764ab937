import type { OrgData } from '../org-schema.ts';
import type { LineProblem } from '../people-import/read-staff.ts';

/** What a list makes of the organisation, how many lines it has, and what is wrong; a line with a mistake changes nothing. */
export interface CustomerImport {
  readonly data: OrgData;
  readonly lines: number;
  readonly problems: readonly LineProblem[];
}
