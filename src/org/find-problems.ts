import type { Day } from '../calendar/day.ts';
import type { Locale } from '../i18n/locale.ts';
import { type MessageKey, type MessageParams, translate } from '../i18n/translate.ts';
import { findCustomerProblems, findQuestionnaireProblems } from './customers/find-customer-problems.ts';
import { identityKey } from './identity.ts';
import { givenIdentities } from './identity-owners.ts';
import type { OrgData } from './org-schema.ts';
import type { OrgPath, Tell } from './problem.ts';
import type { RoleName } from './roles.ts';
import { isInForce, reachDeputies } from './stand-ins.ts';

/** An inconsistency: its place, and a sentence that explains it. */
export interface Problem {
  readonly path: OrgPath;
  readonly message: string;
}

/** Problems in an organization whose shape is valid: dangling references, duplicates, vacant roles, circles. */
export function findProblems(data: OrgData, locale: Locale): Problem[] {
  const problems: Problem[] = [];
  const tell = (path: OrgPath, key: MessageKey, params: MessageParams = {}) =>
    problems.push({ path, message: translate(locale, key, params) });
  findDoubles(data, tell);
  findDeadReferences(data, tell);
  findVacantSeats(data, tell);
  findDeputyMistakes(data, tell);
  return problems;
}

function findDoubles(data: OrgData, tell: Tell): void {
  for (const list of ['sites', 'departments', 'people', 'channels', 'customers', 'projects'] as const) {
    once(
      data[list].map(({ id }, index) => [id, [list, index, 'id']]),
      (id, path) => tell(path, 'org.problem.doubleId', { id }),
    );
  }
  for (const list of [
    'causeCategories',
    'capabilityElements',
    'customerLevels',
    'priorities',
    'incidentCategories',
    'questionnaires',
  ] as const) {
    once(
      data.settings[list].map(({ id }, index) => [id, ['settings', list, index, 'id']]),
      (id, path) => tell(path, 'org.problem.doubleId', { id }),
    );
  }
  for (const contact of ['number', 'email', 'mobile'] as const) {
    const given = data.people.flatMap((person, index) => {
      const value = person[contact];
      return value === undefined ? [] : [[value, ['people', index, contact]] as const];
    });
    once(given, (value, path) => tell(path, 'org.problem.doubleContact', { value }));
  }
  const identities = data.people.flatMap((person, index) =>
    givenIdentities(person).map(({ platform, workspace, userId }) => {
      const at = person.identities[platform].findIndex((own) => own.workspace === workspace && own.userId === userId);
      return [identityKey(platform, workspace, userId), ['people', index, 'identities', platform, at]] as const;
    }),
  );
  once(identities, (key, path) => tell(path, 'org.problem.doubleIdentity', { identity: key.replaceAll('\n', ' ') }));
  const names = data.departments.flatMap(({ id, name, aliases }, index) =>
    [...new Set([id, name.zh, name.en, ...aliases].map((word) => word.toLowerCase()))].map(
      (word) => [word, ['departments', index]] as const,
    ),
  );
  once(names, (name, path) => tell(path, 'org.problem.doubleName', { name }));
}

function once(
  entries: readonly (readonly [string, OrgPath])[],
  onDouble: (value: string, path: OrgPath) => void,
): void {
  const seen = new Set<string>();
  for (const [value, path] of entries) {
    if (seen.has(value)) onDouble(value, path);
    seen.add(value);
  }
}

function findDeadReferences(data: OrgData, tell: Tell): void {
  const sites = new Set(data.sites.map(({ id }) => id));
  const departments = new Set(data.departments.map(({ id }) => id));
  const people = new Map(data.people.map((person) => [person.id, person]));
  data.departments.forEach(({ head, site }, index) => {
    if (!sites.has(site)) tell(['departments', index, 'site'], 'org.problem.noSite', { id: site });
    const person = people.get(head);
    if (!person) tell(['departments', index, 'head'], 'org.problem.noPerson', { id: head });
    else if (!person.active) tell(['departments', index, 'head'], 'org.problem.headLeft', { id: head });
  });
  data.people.forEach(({ department }, index) => {
    if (!departments.has(department)) {
      tell(['people', index, 'department'], 'org.problem.noDepartment', { id: department });
    }
  });
  data.channels.forEach(({ departments: served }, index) => {
    if (served === 'all') return;
    served.forEach((id, at) => {
      if (!departments.has(id)) tell(['channels', index, 'departments', at], 'org.problem.noDepartment', { id });
    });
  });
  findCustomerProblems(data, tell);
  findQuestionnaireProblems(data, tell);
  data.deputies.forEach((deputy, index) => {
    for (const seat of ['person', 'deputy'] as const) {
      if (!people.has(deputy[seat])) tell(['deputies', index, seat], 'org.problem.noPerson', { id: deputy[seat] });
    }
  });
  data.sites.forEach(({ holidays, workdays }, index) => {
    const free = new Set(holidays.map(({ date }) => date));
    workdays.forEach((day, at) => {
      if (free.has(day)) tell(['sites', index, 'workdays', at], 'org.problem.freeAndWorked', { day });
    });
  });
}

/** MR and QED are named by the policy, and the last role of the chain makes every decision that nobody else may make. */
function findVacantSeats({ people, settings }: OrgData, tell: Tell): void {
  const isHeld = (role: RoleName) => people.some((person) => person.active && person.roles.includes(role));
  if (!isHeld('mr')) tell(['people'], 'org.problem.noMr');
  if (!isHeld('qed')) tell(['people'], 'org.problem.noQed');
  const last = settings.approvalChain.at(-1);
  if (last && last !== 'mr' && !isHeld(last)) {
    tell(['settings', 'approvalChain', settings.approvalChain.length - 1], 'org.problem.chainEnd', { role: last });
  }
}

function findDeputyMistakes({ deputies }: OrgData, tell: Tell): void {
  const goesInCircle = (person: string, deputy: string, day: Day) =>
    reachDeputies(
      deputy,
      deputies.filter((other) => isInForce(other, day)),
      'deputies',
    ).includes(person);
  deputies.forEach(({ person, deputy, from }, index) => {
    if (person === deputy) {
      tell(['deputies', index, 'deputy'], 'org.problem.ownDeputy', { id: person });
    } else if (goesInCircle(person, deputy, from)) {
      // If deputies form a circle on some day, it is closed by the one who begins last, on their first day.
      tell(['deputies', index], 'org.problem.deputyCircle', { person, deputy, day: from });
    }
  });
}
