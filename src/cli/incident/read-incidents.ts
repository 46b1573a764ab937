import { UserError } from '../../errors.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { createLineReader, type LineReader } from '../../org/customer-import/line-reader.ts';
import { findNamed, plainName } from '../../org/customers/naming.ts';
import { nameOf, type Organisation } from '../../org/organisation.ts';
import { type ColumnMap, cellsOf, findColumns, listed, titleOf } from '../../org/people-file/find-columns.ts';
import type { Table } from '../../org/people-file/table.ts';
import type { LineProblem } from '../../org/people-import/read-staff.ts';
import { type IncidentField, incidentHeadings, timeFields } from './headings.ts';
import { readTime } from './read-time.ts';

type Reader = LineReader<IncidentField>;

/** A line as an intake item, with its line number. */
export interface ReadLine {
  readonly line: number;
  readonly item: Readonly<Record<string, unknown>>;
}

/** The contents of a ticket list. */
export interface IncidentList {
  readonly columns: ColumnMap<IncidentField>;
  readonly lines: readonly ReadLine[];
  readonly problems: readonly LineProblem[];
}

/** Reads a ticket list. Fails as `findColumns` does, and with the user error `incidentImport.columnMissing`. */
export function readIncidents(table: Table, map: ReadonlyMap<string, string>, org: Organisation): IncidentList {
  const columns = findColumns(table, map, incidentHeadings);
  const needed = ['externalId', 'title', 'project', 'reportedAt'] as const;
  if (needed.some((field) => columns.of[field] === undefined)) {
    throw new UserError('incidentImport.columnMissing', { headings: listed(columns.titles) });
  }
  const known = new Map<string, number>();
  const lines: ReadLine[] = [];
  const problems: LineProblem[] = [];
  for (const row of table.rows.filter(({ line }) => line > columns.headingLine)) {
    const reader = createLineReader(row.line, cellsOf(row, columns), columns);
    const item = itemOf(reader, org);
    const id = reader.cell('externalId');
    const earlier = known.get(id);
    if (earlier !== undefined) reader.tell('externalId', 'incidentImport.line.double', { line: earlier });
    known.set(id, earlier ?? row.line);
    if (reader.problems.length === 0) lines.push({ line: row.line, item });
    problems.push(...reader.problems);
  }
  return { columns, lines, problems };
}

function itemOf(reader: Reader, org: Organisation): Readonly<Record<string, unknown>> {
  const { cell, tell } = reader;
  for (const field of ['externalId', 'title', 'project', 'reportedAt'] as const) {
    if (cell(field) === '') tell(field, 'incidentImport.line.empty');
  }
  const { priorities, incidentCategories } = org.settings;
  const project = named(reader, 'project', org.projects, 'incidentImport.line.noProject');
  const { zone } = org.siteOfDepartment(org.project(project ?? '')?.department ?? '');
  const times = Object.fromEntries(timeFields.flatMap((field) => timeOf(reader, field, zone)));
  const { updatedAt, ...happened } = times;
  const last = Object.values(happened).sort().at(-1);
  return without({
    externalId: cell('externalId'),
    title: cell('title'),
    project,
    ...happened,
    // Without a time of change, the time of its latest event is used.
    updatedAt: updatedAt ?? last,
    kind: kindOf(reader),
    priority: named(reader, 'priority', priorities, 'incidentImport.line.noPriority'),
    category: named(reader, 'category', incidentCategories, 'incidentImport.line.noCategory'),
    engineer: named(reader, 'engineer', org.people, 'incidentImport.line.noEngineer'),
    object: cell('object'),
    requester: cell('requester') === '' ? undefined : { name: cell('requester') },
    done: cell('done'),
    channel: 'other',
  });
}

const without = (item: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined && value !== ''));

function timeOf({ cell, tell }: Reader, field: (typeof timeFields)[number], zone: string): [string, string][] {
  const said = cell(field);
  if (said === '') return [];
  const at = readTime(said, zone);
  if (at === null) tell(field, 'incidentImport.line.badTime', { said: said.slice(0, 60) });
  return at === null ? [] : [[field, at]];
}

type Named = Parameters<typeof findNamed>[1][number];

/** The item that a cell means, by id or name; `一级` means `一级（紧急）` if no other name begins with it. */
function named(reader: Reader, field: IncidentField, items: readonly Named[], key: MessageKey): string | undefined {
  const said = reader.cell(field);
  if (said === '') return undefined;
  const begin = items.filter(({ name }) =>
    (['zh-CN', 'en'] as const).some((locale) => plainName(nameOf(name, locale)).startsWith(plainName(said))),
  );
  const found = findNamed(said, items) ?? (begin.length === 1 ? begin[0] : undefined);
  if (!found) reader.tell(field, key, { said: said.slice(0, 60) });
  return found?.id;
}

const kinds: readonly (readonly ['incident' | 'request', readonly string[]])[] = [
  ['incident', ['事件', '故障', '故障事件', 'incident']],
  ['request', ['服务请求', '请求', '需求', 'request', 'servicerequest']],
];

function kindOf({ cell, tell }: Reader): string | undefined {
  const said = cell('kind');
  if (said === '') return undefined;
  const found = kinds.find(([, names]) => names.includes(plainName(said)));
  if (!found) tell('kind', 'incidentImport.line.noKind', { said: said.slice(0, 60) });
  return found?.[0];
}

/** A problem that the intake found with a line, reported by the column it concerns. */
export function problemOf(
  line: number,
  { field, problem }: { readonly field: string; readonly problem: string },
  columns: ColumnMap<IncidentField>,
): LineProblem {
  const column = titleOf(columns, field as IncidentField);
  if (/years back$|between \d+ and \d+$/.test(problem))
    return { line, column, key: 'incidentImport.line.badYear', params: {} };
  if (problem.startsWith('lies ')) return { line, column, key: 'incidentImport.line.order', params: {} };
  return { line, column, key: 'incidentImport.line.notTaken', params: { problem } };
}
