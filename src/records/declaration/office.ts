import type { RoleName } from '../../org/organisation.ts';
import type { Role } from './role.ts';

/** The offices whose holders have rights on records. */
type Office = Extract<RoleName, 'sd' | 'eng' | 'omdManager' | 'qed' | 'qedManager' | 'mr'>;

/** Everyone who holds one of these offices; named after the first. */
export const office = (first: Office, ...others: readonly Office[]): Role<unknown> => ({
  id: first,
  label: `office.${first}`,
  holders: (_record, org) => org.idsWith(first, ...others),
});
