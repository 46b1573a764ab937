import { UserError } from '../../errors.ts';
import type { Table, TableRow } from '../people-file/table.ts';
import { fields, headings, type PeopleField, plainHeading } from './headings.ts';

/** Which column holds what, and which are of no use. */
export interface ColumnMap {
  /** The line of the headings. */
  readonly headingLine: number;
  /** The headings, by position. */
  readonly titles: readonly string[];
  /** The position of each field's column. */
  readonly of: Partial<Readonly<Record<PeopleField, number>>>;
  /** Headings of columns that are not read. */
  readonly unused: readonly string[];
}

/** How far down the headings may stand: an export often begins with the name of the list. */
const FIRST_LINES = 15;

/**
 * Finds the line of the headings and what each column holds: by what was said (`given`, by heading), else by its usual names. Fails with
 * the user errors `people.noHeadings`, `people.noColumn`, `people.noField` and `people.columnMissing`.
 */
export function mapColumns(table: Table, given: ReadonlyMap<string, string>): ColumnMap {
  const wanted = checkGiven(given);
  const candidates = table.rows.slice(0, FIRST_LINES).map((row) => mapRow(row, wanted));
  const best = candidates.reduce<ColumnMap | undefined>(
    (found, each) => (found && countOf(found) >= countOf(each) ? found : each),
    undefined,
  );
  if (!best || countOf(best) < 2) throw new UserError('people.noHeadings');
  const astray = [...wanted.keys()].find((heading) => !best.titles.some((title) => plainHeading(title) === heading));
  if (astray !== undefined) throw new UserError('people.noColumn', { heading: astray, headings: listed(best.titles) });
  const { of } = best;
  const hasName = of.name !== undefined || (of.givenName !== undefined && of.familyName !== undefined);
  const hasKey = of.number !== undefined || of.email !== undefined;
  if (!hasName || !hasKey || of.department === undefined) {
    throw new UserError('people.columnMissing', { headings: listed(best.titles) });
  }
  return best;
}

/** Reads `姓名=name,部门=department`; `备注=-` leaves a column out. Fails with the user error `people.badMap`. */
export function parseMap(text: string): ReadonlyMap<string, string> {
  const pairs = text.split(/[,，;；]/).filter((pair) => pair.trim() !== '');
  return new Map(
    pairs.map((pair) => {
      const [heading = '', field = '', ...rest] = pair.split('=').map((part) => part.trim());
      if (heading === '' || field === '' || rest.length > 0) throw new UserError('people.badMap', { pair });
      return [heading, field] as const;
    }),
  );
}

const LEFT_OUT = '-';

function checkGiven(given: ReadonlyMap<string, string>): Map<string, PeopleField | null> {
  return new Map(
    [...given].map(([heading, name]) => {
      const field = fields.find((each) => each.toLowerCase() === name.toLowerCase());
      if (!field && name !== LEFT_OUT)
        throw new UserError('people.noField', { field: name, fields: fields.join(', ') });
      return [plainHeading(heading), field ?? null] as const;
    }),
  );
}

const countOf = ({ of }: ColumnMap) => Object.keys(of).length;
const listed = (titles: readonly string[]) => titles.filter((title) => title !== '').join(', ');

function mapRow({ line, cells }: TableRow, wanted: ReadonlyMap<string, PeopleField | null>): ColumnMap {
  const plain = cells.map(plainHeading);
  const of: Partial<Record<PeopleField, number>> = {};
  plain.forEach((heading, position) => {
    const field = wanted.get(heading);
    if (field) of[field] ??= position;
  });
  for (const field of fields) {
    // Of two columns that could be it, the one with the likelier name.
    const usual = headings[field].map((name) => plain.indexOf(plainHeading(name)));
    const position = usual.find((at) => at >= 0 && !wanted.has(plain[at] ?? ''));
    if (position !== undefined) of[field] ??= position;
  }
  const used = new Set(Object.values(of));
  return { headingLine: line, titles: cells, of, unused: cells.filter((title, at) => title !== '' && !used.has(at)) };
}
