import type { RoleName } from '../../org/organisation.ts';
import type { Role } from './role.ts';

/** The offices whose holders have rights in records. */
type Office = Extract<RoleName, 'sd' | 'eng' | 'omdManager' | 'qed' | 'qedManager' | 'mr'>;

/** Everybody who holds one of these offices; called by the first of them. */
export const office = (first: Office, ...others: readonly Office[]): Role<unknown> => ({
  id: first,
  label: `office.${first}`,
  holders: (_record, org) => org.idsWith(first, ...others),
});
