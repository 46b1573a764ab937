import type { Organisation } from '../../org/organisation.ts';
import { foldText } from '../../records/search/fold-text.ts';
import type { FindingData } from './finding-data.ts';

/** Words, and multi-part numbers. */
const PIECES = /[\p{L}\p{M}]+|\p{N}+(?:\.\p{N}+)*/gu;

/** A criterion in normalized form: `《机房管理规定》第4.2条` and `机房管理规定 4.2` are the same. Undefined if nothing is left. */
export function clauseOf(criterion: string | undefined): string | undefined {
  const bare = foldText(criterion ?? '')
    .replace(/第\s*(?=\p{N})/gu, ' ')
    .replace(/(?<=\p{N})\s*[条款](?!\p{L})/gu, ' ');
  const pieces = bare.match(PIECES);
  return pieces ? pieces.join(' ').slice(0, 100) : undefined;
}

/** The clause facet of a finding. */
export function clauseFacet(criterion: string | undefined): { readonly clause?: string } {
  const clause = clauseOf(criterion);
  return clause === undefined ? {} : { clause };
}

/** Findings of one department against one clause are about the same matter; before the issue, of the project's department. */
export function sameMatter({ departmentId, projectId, criterion }: FindingData, org: Organisation) {
  const department = departmentId ?? org.project(projectId ?? '')?.department;
  const clause = clauseOf(criterion);
  return department === undefined || clause === undefined ? {} : { department, clause };
}
