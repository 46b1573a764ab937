import type { Organisation } from '../../org/organisation.ts';
import type { ComplaintData } from './complaint-data.ts';

/** Who may read a complaint of a person: whoever took it down or looks into it, and the operations manager; not whoever is complained of. */
export function readersOf({ receiverId, handlerId, accusedId }: ComplaintData, org: Organisation): string[] {
  const managers = org.peopleWith('omdManager').map(({ id }) => id);
  return [receiverId, handlerId, ...managers].filter(
    (id): id is string => id !== null && id !== undefined && id !== accusedId,
  );
}
