import { isDeepStrictEqual } from 'node:util';
import type { OrgData, PersonData } from '../org-schema.ts';
import { matchStaff, newId } from './match-staff.ts';
import type { LineProblem, StaffLine } from './read-staff.ts';

/** A person before and after. */
export interface PersonChange {
  readonly before: PersonData;
  readonly after: PersonData;
}

/** What a people file changes, and the resulting organization, before anything is handed over. */
export interface StaffChange {
  readonly joiners: readonly PersonData[];
  /** People who had left and are back. */
  readonly returning: readonly PersonData[];
  readonly movers: readonly PersonChange[];
  /** Changes to details other than the department. */
  readonly changed: readonly PersonChange[];
  readonly leavers: readonly PersonData[];
  readonly problems: readonly LineProblem[];
  readonly data: OrgData;
}

/** Who stays although they are not in the file. */
export interface ImportScope {
  /** Only people in this site's departments can leave; null: anyone. */
  readonly siteId: string | null;
  /** Ids of people who are not in the HR system. */
  readonly keep: ReadonlySet<string>;
}

/**
 * Applies a people file to the stored organization. Roles, identities, language and deputies stay as stored. A leaver keeps name, number and id, so
 * that old records name them and the id is not reused, but loses roles and addresses.
 */
export function mergeStaff(lines: readonly StaffLine[], org: OrgData, scope: ImportScope): StaffChange {
  const problems: LineProblem[] = [];
  const taken = new Set(org.people.map(({ id }) => id));
  const after = new Map<string, PersonData>();
  const joiners: PersonData[] = [];
  for (const line of lines) {
    const match = matchStaff(line, org);
    if (match.kind === 'unclear') {
      problems.push(match.problem);
    } else if (match.kind === 'stored') {
      const { id } = match.person;
      if (after.has(id)) problems.push({ line: line.line, key: 'people.line.samePerson', params: { id } });
      after.set(id, updated(match.person, line));
    } else {
      const id = newId(line, taken);
      if (id === null)
        problems.push({ line: line.line, key: 'people.line.idTaken', params: { id: line.number ?? line.email ?? '' } });
      else joiners.push(created(id, line));
      taken.add(id ?? '');
    }
  }
  const present = org.people.flatMap((before) => {
    const now = after.get(before.id);
    return now ? [{ before, after: now }] : [];
  });
  const leavers = org.people.filter((person) => person.active && !after.has(person.id) && mayLeave(person, org, scope));
  const leaving = new Set(leavers.map(({ id }) => id));
  const people = org.people.map(
    (person) => after.get(person.id) ?? (leaving.has(person.id) ? departed(person) : person),
  );
  return {
    joiners,
    returning: present.filter(({ before }) => !before.active).map(({ after: now }) => now),
    movers: present.filter(({ before, after: now }) => before.active && before.department !== now.department),
    changed: present.filter(
      ({ before, after: now }) => before.active && changedDetails({ before, after: now }).length > 0,
    ),
    leavers,
    problems,
    data: { ...org, people: [...people, ...joiners] },
  };
}

/** The details that differ, other than the department. */
export function changedDetails({ before, after }: PersonChange): ('name' | 'number' | 'email' | 'mobile' | 'title')[] {
  const details = ['name', 'number', 'email', 'mobile', 'title'] as const;
  return details.filter((detail) => !isDeepStrictEqual(before[detail], after[detail]));
}

function mayLeave(person: PersonData, { departments }: OrgData, { siteId, keep }: ImportScope): boolean {
  if (keep.has(person.id)) return false;
  return siteId === null || departments.find(({ id }) => id === person.department)?.site === siteId;
}

/** Cells left blank in the file keep the stored value. */
function updated(person: PersonData, { line: _line, name, departmentId, ...details }: StaffLine): PersonData {
  return { ...person, ...details, name: renamed(person.name, name), department: departmentId, active: true };
}

/** A file with one name for both languages does not overwrite a pair that contains it. */
function renamed(known: PersonData['name'], said: PersonData['name']): PersonData['name'] {
  const isOneName = said.zh === said.en;
  return isOneName && (known.zh === said.zh || known.en === said.zh) ? known : said;
}

function created(id: string, { line: _line, departmentId, ...details }: StaffLine): PersonData {
  const identities = { slack: [], feishu: [], console: [] };
  return { id, department: departmentId, roles: [], active: true, identities, ...details };
}

function departed({ email: _email, mobile: _mobile, ...person }: PersonData): PersonData {
  return { ...person, roles: [], active: false };
}
