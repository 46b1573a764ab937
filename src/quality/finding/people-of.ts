import type { Organisation } from '../../org/organisation.ts';
import type { FindingData } from './finding-data.ts';

/** Everyone who reported the matter: the reporter of the finding, and those of findings merged into it. */
export function reportersOf({ reporterId, merged }: FindingData): string[] {
  return [reporterId, ...merged.map((one) => one.reporterId)].filter((id) => id !== null);
}

/** The head of the responsible department, and the handler they named. */
export function answerersOf({ departmentId, handlerId }: FindingData, org: Organisation): string[] {
  return [handlerId, org.headOf(departmentId ?? '')?.id].filter((id) => id !== undefined);
}

/** The people named in a finding, who may read it even if it is restricted. Owners and approvers are added by state. */
export function readersOf(data: FindingData, org: Organisation): string[] {
  const named = [...reportersOf(data), ...data.coWriterIds, ...data.capa.authorIds, ...(data.answer?.authorIds ?? [])];
  const { handlerId } = data;
  const head = org.headOf(data.departmentId ?? '')?.id;
  const answering = handlerId ?? head;
  return [...new Set([...named, ...(answering === undefined ? [] : [answering])])];
}
