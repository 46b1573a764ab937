import type { Department, Organisation, Person } from './organisation.ts';
import type { RoleName } from './roles.ts';

/** A decision on a department's CAPA report that its author may not make. */
export type Seat = 'approve' | 'approveAudit' | 'mrReview' | 'verify' | 'verifyAudit';

/** Who decides: R16 and R17 as the requirements' note 8 reads them; `outside`: auditors may not decide for their own department. */
const seats: readonly { readonly seat: Seat; readonly roles: readonly RoleName[]; readonly outside: boolean }[] = [
  { seat: 'approve', roles: ['qed', 'qedManager'], outside: false },
  { seat: 'approveAudit', roles: ['leadAuditor'], outside: true },
  { seat: 'mrReview', roles: ['mr'], outside: false },
  { seat: 'verify', roles: ['qed', 'qedManager'], outside: false },
  { seat: 'verifyAudit', roles: ['leadAuditor', 'auditor'], outside: true },
];

/** A decision that segregation of duties leaves nobody to make, and who makes it instead by the configured chain (note 15). */
export interface SeatWarning {
  readonly seat: Seat;
  /** Null: nobody in the whole organization may make the decision. */
  readonly departmentId: string | null;
  /** The author for whom nobody is left; null: any author. */
  readonly authorId: string | null;
  /** The first role of the chain held by someone other than the author; null: nobody at all can decide. */
  readonly decider: { readonly role: RoleName; readonly personIds: readonly string[] } | null;
}

/** Tries every member of every department as author of a report, and returns the decisions that nobody could make. */
export function checkOrganisation(org: Organisation): SeatWarning[] {
  return seats.flatMap(({ seat, roles, outside }) => {
    const holders = roles.flatMap((role) => org.peopleWith(role));
    if (holders.length === 0) return [warning(org, seat, null, null)];
    return org.departments.flatMap((department) => {
      const eligible = outside ? holders.filter((holder) => holder.department !== department.id) : holders;
      if (eligible.length === 0) return [warning(org, seat, department, null)];
      return authorsIn(org, department)
        .filter((author) => eligible.every(({ id }) => id === author.id))
        .map((author) => warning(org, seat, department, author));
    });
  });
}

function authorsIn(org: Organisation, department: Department): Person[] {
  const head = org.headOf(department.id);
  const others = org.membersOf(department.id).filter(({ id }) => id !== head?.id);
  return head ? [head, ...others] : others;
}

function warning(org: Organisation, seat: Seat, department: Department | null, author: Person | null): SeatWarning {
  return {
    seat,
    departmentId: department?.id ?? null,
    authorId: author?.id ?? null,
    decider: nextInChain(org, author),
  };
}

function nextInChain(org: Organisation, author: Person | null): SeatWarning['decider'] {
  for (const role of org.settings.approvalChain) {
    const personIds = org.peopleWith(role).flatMap(({ id }) => (id === author?.id ? [] : [id]));
    if (personIds.length > 0) return { role, personIds };
  }
  return null;
}
