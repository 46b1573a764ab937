import type { RecordContext } from '../declaration/record-context.ts';
import type { Role } from '../declaration/role.ts';
import type { RecordOf } from '../shape/record.ts';

/** Who may do something, and whether the organization's approval chain applied because nobody else was left. */
export interface Entitled {
  readonly persons: readonly string[];
  /** The chain's role that applied, or null. */
  readonly chain: string | null;
}

/**
 * The people in one of the roles `by` and in none of the roles `not`. If nobody is left, the first role of the configured chain with a holder who is
 * not excluded (requirements, note 15).
 */
export function entitledTo<Data>(
  record: RecordOf<Data>,
  by: readonly Role<Data>[],
  not: readonly Role<Data>[],
  { org }: RecordContext,
): Entitled {
  const holdersOf = (roles: readonly Role<Data>[]) => new Set(roles.flatMap((role) => role.holders(record, org)));
  const excluded = holdersOf(not);
  // People who left the company are still named in old records, and entitled to nothing.
  const persons = [...holdersOf(by)].filter((id) => !excluded.has(id) && org.person(id)?.active === true);
  if (persons.length > 0 || by.every(({ alone }) => alone)) return { persons, chain: null };
  for (const chain of org.settings.approvalChain) {
    const left = org
      .peopleWith(chain)
      .map(({ id }) => id)
      .filter((id) => !excluded.has(id));
    if (left.length > 0) return { persons: left, chain };
  }
  return { persons: [], chain: null };
}

/** How a person is entitled: directly, as a deputy, or not at all and why. */
export type Capacity =
  | { readonly may: 'self' }
  | { readonly may: 'deputy'; readonly of: string }
  | { readonly may: 'no'; readonly because: 'excluded' | 'otherRole' };

/** Whether a person is entitled, or is today's deputy of a person who is; an excluded deputy may not act either. */
export function capacityOf<Data>(
  personId: string,
  record: RecordOf<Data>,
  by: readonly Role<Data>[],
  not: readonly Role<Data>[],
  circumstances: RecordContext,
): Capacity {
  const { org, now } = circumstances;
  const excluded = not.some((role) => role.holders(record, org).includes(personId));
  if (excluded) return { may: 'no', because: 'excluded' };
  const { persons } = entitledTo(record, by, not, circumstances);
  if (persons.includes(personId)) return { may: 'self' };
  const absent = persons.find((id) => org.standIns(id, now).includes(personId));
  return absent === undefined ? { may: 'no', because: 'otherRole' } : { may: 'deputy', of: absent };
}
