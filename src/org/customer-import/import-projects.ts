import { findNamed, freshId } from '../customers/naming.ts';
import { projectSchema } from '../customers/project-shape.ts';
import { nameSchema } from '../name.ts';
import type { OrgData, PersonData, Project } from '../org-schema.ts';
import { type ColumnMap, cellsOf } from '../people-file/find-columns.ts';
import type { Table } from '../people-file/table.ts';
import { findDepartment } from '../people-import/find-department.ts';
import type { LineProblem } from '../people-import/read-staff.ts';
import { calendarCell, dayCell, goalCell, minutesCell } from './cell-schemas.ts';
import type { CustomerImport } from './customer-import.ts';
import type { ProjectField } from './headings.ts';
import { createLineReader, type LineReader } from './line-reader.ts';

type Reader = LineReader<ProjectField>;

/**
 * Applies a list of projects and specialties to the organization. Blank cells and entries not in the list leave the stored data as it is. Customers
 * and contacts must exist already.
 */
export function importProjects(table: Table, columns: ColumnMap<ProjectField>, org: OrgData): CustomerImport {
  let projects: readonly Project[] = org.projects;
  const problems: LineProblem[] = [];
  let lines = 0;
  for (const row of table.rows.filter(({ line }) => line > columns.headingLine)) {
    const reader = createLineReader(row.line, cellsOf(row, columns), columns);
    const next = projectOf(reader, { ...org, projects: [...projects] });
    lines += 1;
    problems.push(...reader.problems);
    if (reader.problems.length > 0 || !next) continue;
    const isKnown = projects.some(({ id }) => id === next.id);
    projects = isKnown ? projects.map((each) => (each.id === next.id ? next : each)) : [...projects, next];
  }
  return { data: { ...org, projects: [...projects] }, problems, lines };
}

function projectOf(reader: Reader, org: OrgData): Project | null {
  const { cell, tell, read } = reader;
  const given = cell('projectId');
  const name = read('project', nameSchema, 'people.line.tooLong');
  const said = cell('project');
  const stored =
    org.projects.find(({ id }) => id === given) ?? (said === '' ? undefined : findNamed(said, org.projects));
  const lead = personIn('lead', reader, org) ?? stored?.lead ?? personIn('specialtyLead', reader, org);
  if (!stored && !name) tell('project', 'served.line.noProjectName');
  if (!lead && cell('lead') === '') tell('lead', 'served.line.noLead');
  if (!lead || (!stored && !name)) return null;
  const taken = new Set(org.projects.map(({ id }) => id));
  const base =
    stored ?? projectSchema.parse({ id: freshId(given, cell('projectEn') || said, 'project', taken), name, lead });
  const en = cell('projectEn');
  const details = {
    customer: customerIn(reader, org),
    department: departmentIn(reader, org),
    start: read('start', dayCell, 'served.line.badDay'),
  };
  const project = {
    ...base,
    lead,
    name: en === '' ? base.name : { ...base.name, en: en.slice(0, 120) },
    ...Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)),
  };
  return {
    ...project,
    specialties: specialtiesWith(reader, base, lead, org),
    ...contractWith(reader, base),
    sla: slaWith(reader, base, org),
    contacts: contactsWith(reader, project, org),
  };
}

function personIn(field: 'lead' | 'specialtyLead', { cell, tell }: Reader, { people }: OrgData): string | undefined {
  const said = cell(field);
  if (said === '') return undefined;
  const isMeant = ({ number, email }: PersonData) => [number, email].includes(said);
  const present = people.filter(({ active }) => active);
  const named = present.filter((person) => isMeant(person) || findNamed(said, [person]) !== undefined);
  if (named.length !== 1) {
    tell(field, named.length === 0 ? 'served.line.noPerson' : 'served.line.severalPeople', { said: said.slice(0, 60) });
  }
  return named.length === 1 ? named[0]?.id : undefined;
}

function customerIn({ cell, tell }: Reader, { customers }: OrgData): string | undefined {
  const said = cell('customer');
  const customer = said === '' ? undefined : findNamed(said, customers);
  if (said !== '' && !customer) tell('customer', 'served.line.noCustomer', { said: said.slice(0, 60) });
  return customer?.id;
}

function departmentIn({ cell, tell }: Reader, org: OrgData): string | undefined {
  const said = cell('department');
  const department = said === '' ? undefined : findDepartment(said, org);
  if (said !== '' && !department) tell('department', 'people.line.unknownDepartment', { name: said.slice(0, 60) });
  return department?.id;
}

function specialtiesWith(reader: Reader, { specialties }: Project, lead: string, org: OrgData): Project['specialties'] {
  const name = reader.read('specialty', nameSchema, 'people.line.tooLong');
  if (!name) return specialties;
  const own = personIn('specialtyLead', reader, org);
  const stored = findNamed(name.zh, specialties);
  if (stored) return specialties.map((each) => (each === stored && own ? { ...each, lead: own } : each));
  const id = freshId('', name.en, 'specialty', new Set(specialties.map((each) => each.id)));
  return [...specialties, { id, name, lead: own ?? lead }];
}

function contractWith({ read, tell }: Reader, { contract }: Project): Pick<Project, 'contract'> {
  const { shape } = projectSchema.shape.contract.unwrap();
  const number = read('contractNumber', shape.number.unwrap(), 'people.line.tooLong') ?? contract?.number;
  const from = read('contractFrom', dayCell, 'served.line.badDay') ?? contract?.from;
  const to = read('contractTo', dayCell, 'served.line.badDay') ?? contract?.to;
  if (from && to && from > to) tell('contractTo', 'served.line.contractOrder');
  if (number === undefined && from === undefined && to === undefined) return {};
  return { contract: { ...(number && { number }), ...(from && { from }), ...(to && { to }) } };
}

function slaWith({ read }: Reader, { sla }: Project, { settings }: OrgData): Project['sla'] {
  const targets = { ...sla.targets };
  for (const priority of settings.priorities) {
    const usual = targets[priority.id] ?? priority;
    const response = read(`response.${priority.id}`, minutesCell, 'served.line.badTime');
    const resolution = read(`resolution.${priority.id}`, minutesCell, 'served.line.badTime');
    if (response === undefined && resolution === undefined) continue;
    targets[priority.id] = { response: response ?? usual.response, resolution: resolution ?? usual.resolution };
  }
  const calendar = read('calendar', calendarCell, 'served.line.badCalendar') ?? sla.calendar;
  const goal = read('goal', goalCell, 'served.line.badGoal') ?? sla.goal;
  return { ...sla, calendar, goal, targets };
}

function contactsWith({ cell, tell }: Reader, project: Project, { customers }: OrgData): string[] {
  const own = customers.find(({ id }) => id === project.customer)?.contacts ?? [];
  const kept = project.contacts.filter((id) => own.some((each) => each.id === id));
  const said = cell('contacts')
    .split(/[,，;；、/]/)
    .map((each) => each.trim());
  return said.reduce<string[]>((contacts, name) => {
    const contact = name === '' ? undefined : findNamed(name, own);
    if (name !== '' && !contact) tell('contacts', 'served.line.noContact', { said: name.slice(0, 60) });
    if (contact && !contacts.includes(contact.id)) contacts.push(contact.id);
    return contacts;
  }, kept);
}
