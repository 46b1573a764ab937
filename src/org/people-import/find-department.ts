import type { Department, OrgData } from '../org-schema.ts';

/** A department's name in the form used for comparison: without case, width and spaces. */
const plainName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

const namesOf = ({ id, name, aliases }: Department) => [id, name.zh, name.en, ...aliases].map(plainName);

/**
 * The department that a cell refers to: by id, name or alias. If an export gives a path, `公司/运维管理部/一班`, the last part that is one of our departments.
 * Undefined if there is none.
 */
export function findDepartment(said: string, { departments }: Pick<OrgData, 'departments'>): Department | undefined {
  const whole = departments.find((department) => namesOf(department).includes(plainName(said)));
  if (whole) return whole;
  const parts = said.split(/[/\\>|→]|\s[-–]\s/).map(plainName);
  return parts
    .reverse()
    .map((part) => departments.find((department) => namesOf(department).includes(part)))
    .find((department) => department !== undefined);
}
