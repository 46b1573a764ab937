import type { Organisation } from '../../org/organisation.ts';
import type { Refusal } from '../../records/declaration/ask.ts';

/** What a finding may be said to belong to, by ids of the organisation's lists. */
interface Belonging {
  readonly element?: string | undefined;
  readonly project?: string | undefined;
}

/** The refusal of an element or a project that the organisation does not list; null when both are known or left out. */
export function unknownBelonging({ element, project }: Belonging, org: Organisation): Refusal | null {
  const isElement = element === undefined || org.settings.capabilityElements.some(({ id }) => id === element);
  const isProject = project === undefined || org.project(project) !== undefined;
  return isElement && isProject ? null : { key: 'form.chooseOne' };
}
