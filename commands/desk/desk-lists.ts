import { isOverseer } from '../../src/records/shape/access.ts';
import type { DeskPart, DeskScope } from '../../src/records/store/desk-repository.ts';
import type { Context } from '../context.ts';

type Asking = Pick<Context, 'person' | 'org' | 'now' | 'desk' | 'registry'>;

/** The user, and the people they are a deputy for today. */
const peopleOf = ({ person, org, now }: Asking) => [person.id, ...org.actingFor(person.id, now)];

/** What the user, or a person they are a deputy for, must act on. */
export function myWork(asking: Asking, limit: number, skip = 0): Promise<DeskPart> {
  return asking.desk.waitingFor(peopleOf(asking), { skip, limit });
}

/** What the user may decide: records in states whose owners decide, and requests for an extension. */
export function myApprovals(asking: Asking, limit: number, skip = 0): Promise<DeskPart> {
  return asking.desk.toDecide(peopleOf(asking), { skip, limit });
}

/** What is late: everything for QED and MR, their department for its head, their own for anyone else. */
export function myOverdue(asking: Asking, limit: number, skip = 0): Promise<DeskPart> {
  const types = asking.registry.all.map(({ type }) => type);
  return asking.desk.late(scopeOf(asking), types, asking.now, { skip, limit });
}

function scopeOf(asking: Asking): DeskScope {
  const { person, org } = asking;
  if (isOverseer(person.id, org)) return { of: 'all' };
  const headed = org.data.departments.map(({ id }) => id).filter((id) => org.headOf(id)?.id === person.id);
  return headed.length > 0 ? { of: 'departments', ids: headed } : { of: 'people', ids: peopleOf(asking) };
}
