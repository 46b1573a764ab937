import type { Organisation } from '../../org/organisation.ts';
import type { Refusal } from '../../records/declaration/ask.ts';

/** What a finding can be assigned to, by ids of the organization's lists. */
interface Belonging {
  readonly element?: string | undefined;
  readonly project?: string | undefined;
}

/** Refuses an element or project that the organization does not list; null if both are known or left out. */
export function unknownBelonging({ element, project }: Belonging, org: Organisation): Refusal | null {
  const isElement = element === undefined || org.settings.capabilityElements.some(({ id }) => id === element);
  const isProject = project === undefined || org.project(project) !== undefined;
  return isElement && isProject ? null : { key: 'form.chooseOne' };
}
