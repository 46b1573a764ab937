import type { Organisation } from '../../org/organisation.ts';
import type { Refusal } from '../../records/declaration/ask.ts';
import type { RecordContext } from '../../records/declaration/record-context.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { timeOf } from './incident-creation.ts';
import type { IncidentData } from './incident-data.ts';
import { incidentWords } from './words.ts';

interface Parts {
  readonly project: string;
  readonly priority: string;
  readonly category?: string | undefined;
}

/** Refuses a project, priority or category that the organization does not list. */
export function unknownParts({ project, priority, category }: Parts, org: Organisation): Refusal | null {
  const { priorities, incidentCategories } = org.settings;
  const isListed =
    org.project(project) !== undefined &&
    priorities.some(({ id }) => id === priority) &&
    (category === undefined || incidentCategories.some(({ id }) => id === category));
  return isListed ? null : { key: 'form.chooseOne' };
}

export function unknownEngineer({ engineer }: { readonly engineer: string }, org: Organisation): Refusal | null {
  return org.person(engineer)?.active ? null : { key: 'form.chooseOne' };
}

/** Nothing can be responded to or restored before it is reported. */
export function wrongTime(
  { data }: RecordOf<IncidentData>,
  said: string | undefined,
  circumstances: RecordContext,
): Refusal | null {
  const at = timeOf(said, data.projectId, circumstances);
  return at >= new Date(data.reportedAt)
    ? null
    : { key: incidentWords.refusal.beforeReport, params: { at: { instant: data.reportedAt } } };
}
