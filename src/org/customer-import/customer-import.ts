import type { OrgData } from '../org-schema.ts';
import type { LineProblem } from '../people-import/read-staff.ts';

/** The organization after a list is applied, the number of its lines, and their problems; a line with a problem changes nothing. */
export interface CustomerImport {
  readonly data: OrgData;
  readonly lines: number;
  readonly problems: readonly LineProblem[];
}
