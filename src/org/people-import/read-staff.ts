import { z } from 'zod';
import type { MessageKey, MessageParams } from '../../i18n/translate.ts';
import { normaliseEmail, normaliseMobile } from '../contact.ts';
import type { NamePair } from '../name.ts';
import type { OrgData } from '../org-schema.ts';
import { type CellOf, cellsOf, titleOf } from '../people-file/find-columns.ts';
import type { Table } from '../people-file/table.ts';
import { findDepartment } from './find-department.ts';
import type { PeopleField } from './headings.ts';
import type { PeopleColumns } from './map-columns.ts';

/** A person as listed in the file. */
export interface StaffLine {
  readonly line: number;
  readonly number?: string;
  readonly name: NamePair;
  readonly departmentId: string;
  readonly email?: string;
  readonly mobile?: string;
  readonly title?: string;
}

/** A problem in a line of the file, and its column; without a column it concerns the whole line. */
export interface LineProblem {
  readonly line: number;
  readonly column?: string;
  readonly key: MessageKey;
  readonly params?: MessageParams;
}

/** The contents of the file: the people in it, and problems. People marked as having left are skipped. */
export interface Staff {
  readonly people: readonly StaffLine[];
  readonly gone: number;
  readonly problems: readonly LineProblem[];
}

const emailSchema = z.email().max(254);
/** `待离职` is still employed, and so is a person rehired after retiring (`退休返聘`). */
const gone = /(?<!待)离职|退休(?!返聘)|已退|终止|辞职|解聘|left|terminated|resigned|inactive|retired|former/i;

/** Reads every line under the headings. */
export function readStaff(table: Table, columns: PeopleColumns, org: OrgData): Staff {
  const people: StaffLine[] = [];
  const problems: LineProblem[] = [];
  let left = 0;
  for (const row of table.rows.filter(({ line }) => line > columns.headingLine)) {
    const cell = cellsOf(row, columns);
    if (gone.test(cell('status'))) {
      left += 1;
      continue;
    }
    const read = readLine(row.line, cell, columns, org);
    problems.push(...read.problems);
    if (read.person) people.push(read.person);
  }
  return { people, gone: left, problems: [...problems, ...doublesIn(people, columns)] };
}

function readLine(line: number, cell: CellOf<PeopleField>, columns: PeopleColumns, org: OrgData) {
  const problems: LineProblem[] = [];
  const tell = (field: PeopleField, key: MessageKey, params: MessageParams = {}) =>
    problems.push({ line, column: titleOf(columns, field), key, params });
  const number = cell('number');
  const name = nameOf(cell);
  const email = cell('email') === '' ? undefined : normaliseEmail(cell('email'));
  const mobile = cell('mobile') === '' ? undefined : normaliseMobile(cell('mobile'));
  const title = cell('title');
  const department = findDepartment(cell('department'), org);
  if (!name) tell('name', 'people.line.noName');
  else if (Math.max(name.zh.length, name.en.length) > 120) tell('name', 'people.line.tooLong');
  if (cell('department') === '') tell('department', 'people.line.noDepartment');
  else if (!department) tell('department', 'people.line.unknownDepartment', { name: cell('department') });
  if (number === '' && email === undefined) problems.push({ line, key: 'people.line.noKey' });
  if (number.length > 40) tell('number', 'people.line.tooLong');
  if (title.length > 120) tell('title', 'people.line.tooLong');
  if (email !== undefined && !emailSchema.safeParse(email).success) tell('email', 'people.line.badEmail', { email });
  if (mobile !== undefined && !/^\+?\d{6,15}$/.test(mobile)) {
    tell('mobile', 'people.line.badMobile', { mobile: cell('mobile') });
  }
  const person: StaffLine | null =
    problems.length === 0 && name && department
      ? {
          line,
          name,
          departmentId: department.id,
          ...(number !== '' && { number }),
          ...(email !== undefined && { email }),
          ...(mobile !== undefined && { mobile }),
          ...(title !== '' && { title }),
        }
      : null;
  return { person, problems };
}

/** One name for both languages, or a pair if the file has both. */
function nameOf(cell: CellOf<PeopleField>): NamePair | null {
  const whole = cell('name') || [cell('givenName'), cell('familyName')].filter((part) => part !== '').join(' ');
  return whole === '' ? null : { zh: whole, en: cell('nameEn') || whole };
}

/** Numbers, addresses and mobiles that appear on two lines. */
function doublesIn(people: readonly StaffLine[], columns: PeopleColumns): LineProblem[] {
  return (['number', 'email', 'mobile'] as const).flatMap((field) => {
    const first = new Map<string, number>();
    return people.flatMap((person): LineProblem[] => {
      const value = person[field]?.toLowerCase();
      if (value === undefined) return [];
      const before = first.get(value);
      if (before === undefined) {
        first.set(value, person.line);
        return [];
      }
      const column = titleOf(columns, field);
      return [{ line: person.line, column, key: 'people.line.double', params: { value, line: before } }];
    });
  });
}
