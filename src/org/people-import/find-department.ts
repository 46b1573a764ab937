import type { Department, OrgData } from '../org-schema.ts';

/** A department's name as it is compared: without case, width and spaces. */
const plainName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

const namesOf = ({ id, name, aliases }: Department) => [id, name.zh, name.en, ...aliases].map(plainName);

/**
 * The department that a cell means: by id, name or alias. An export may give the way to it, `公司/运维管理部/一班`: then the last part
 * that is a department of ours. Undefined when there is none.
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
