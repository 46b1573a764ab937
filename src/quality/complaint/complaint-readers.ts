import type { Organisation } from '../../org/organisation.ts';
import type { ComplaintData } from './complaint-data.ts';

/**
 * Who may read a complaint of a person: whoever took it down or looks into it, and the operations manager, unless it may be of them; not
 * whoever is complained of.
 */
export function readersOf(data: ComplaintData, org: Organisation): string[] {
  const { receiverId, handlerId, accusedId } = data;
  const managers = isOfAnybody(data) ? [] : org.idsWith('omdManager');
  return [receiverId, handlerId, ...managers].filter(
    (id): id is string => id !== null && id !== undefined && id !== accusedId,
  );
}

/** Whether it may be of anybody among us: until it is said of whom, the quality department alone deals with it. */
export const isOfAnybody = ({ ofSomebody, accusedId }: ComplaintData): boolean =>
  ofSomebody === true && accusedId === undefined;
