import type { Organisation } from '../../org/organisation.ts';

/** What determines who may read a record: kept in the envelope, so that lists can use it, too. */
export interface Readable {
  readonly restricted: boolean;
  /** The people named in a restricted record: those its type names, its owners, and anyone added. */
  readonly readerIds: readonly string[];
}

/**
 * Whether a person may see a record at all. A restricted one is for the people named in it, QED and MR, and for anyone standing in today for one of
 * the named.
 */
export function mayRead(record: Readable, personId: string | null, org: Organisation, now: Date): boolean {
  if (!record.restricted) return true;
  if (personId === null) return false;
  if (record.readerIds.includes(personId) || isOverseer(personId, org)) return true;
  return org.actingFor(personId, now).some((id) => record.readerIds.includes(id));
}

/** Whether a person may read every record by office: QED and MR. */
export function isOverseer(personId: string, org: Organisation): boolean {
  const person = org.person(personId);
  return (
    person?.active === true && person.roles.some((role) => role === 'qed' || role === 'qedManager' || role === 'mr')
  );
}
