import type { Organisation } from '../../org/organisation.ts';
import type { ComplaintData } from './complaint-data.ts';

/** Who may read a complaint about a person: the receiver, the handler and the operations manager, unless it may be about them; never the accused. */
export function readersOf(data: ComplaintData, org: Organisation): string[] {
  const { receiverId, handlerId, accusedId } = data;
  const managers = isOfAnybody(data) ? [] : org.idsWith('omdManager');
  return [receiverId, handlerId, ...managers].filter(
    (id): id is string => id !== null && id !== undefined && id !== accusedId,
  );
}

/** Whether it may be about any of our people: until the accused is named, only the quality department handles it. */
export const isOfAnybody = ({ ofSomebody, accusedId }: ComplaintData): boolean =>
  ofSomebody === true && accusedId === undefined;
