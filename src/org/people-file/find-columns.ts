import { UserError } from '../../errors.ts';
import type { Table, TableRow } from './table.ts';

/** A heading in the form used for comparison: in lower case, without bracketed text, spaces and punctuation. */
function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|（.*?）/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Which column holds what, and which are not used. */
export interface ColumnMap<Field extends string> {
  /** The line number of the headings. */
  readonly headingLine: number;
  /** The headings, by position. */
  readonly titles: readonly string[];
  /** The position of each field's column. */
  readonly of: Partial<Readonly<Record<Field, number>>>;
  /** Headings of columns that are not read. */
  readonly unused: readonly string[];
}

/** Common column headings of a kind of list, the likeliest first; a field named earlier chooses its column first. */
export type Headings<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** Returns the cell of a field; empty if there is no such column. */
export type CellOf<Field extends string> = (field: Field) => string;

/** How far down the headings may be: an export often begins with the title of the list. */
const FIRST_LINES = 15;
const LEFT_OUT = '-';

/**
 * Finds the line of the headings and what each column holds: by the mapping given (`given`, by heading), otherwise by common headings. Fails with the
 * user errors `people.noHeadings`, `people.noColumn` and `people.noField`.
 */
export function findColumns<Field extends string>(
  table: Table,
  given: ReadonlyMap<string, string>,
  headings: Headings<Field>,
): ColumnMap<Field> {
  const wanted = checkGiven(given, fieldsOf(headings));
  const candidates = table.rows.slice(0, FIRST_LINES).map((row) => mapRow(row, wanted, headings));
  const best = candidates.reduce<ColumnMap<Field> | undefined>(
    (found, each) => (found && countOf(found) >= countOf(each) ? found : each),
    undefined,
  );
  if (!best || countOf(best) < 2) throw new UserError('people.noHeadings');
  const astray = [...wanted.keys()].find((heading) => !best.titles.some((title) => plainHeading(title) === heading));
  if (astray !== undefined) throw new UserError('people.noColumn', { heading: astray, headings: listed(best.titles) });
  return best;
}

/** The cells of a line by field. */
export function cellsOf<Field extends string>({ cells }: TableRow, { of }: ColumnMap<Field>): CellOf<Field> {
  return (field) => {
    const at = of[field];
    return at === undefined ? '' : (cells[at] ?? '');
  };
}

/** The heading of a field's column; the field's own name if there is none. */
export const titleOf = <Field extends string>({ titles, of }: ColumnMap<Field>, field: Field): string =>
  titles[of[field] ?? -1] ?? field;

/** Headings joined for a sentence. */
export const listed = (titles: readonly string[]) => titles.filter((title) => title !== '').join(', ');

/** Parses `姓名=name,部门=department`; `备注=-` leaves a column out. Fails with the user error `people.badMap`. */
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

const fieldsOf = <Field extends string>(headings: Headings<Field>) => Object.keys(headings) as Field[];
const countOf = ({ of }: { readonly of: object }) => Object.keys(of).length;

function checkGiven<Field extends string>(
  given: ReadonlyMap<string, string>,
  fields: readonly Field[],
): Map<string, Field | null> {
  return new Map(
    [...given].map(([heading, name]) => {
      const field = fields.find((each) => each.toLowerCase() === name.toLowerCase());
      if (!field && name !== LEFT_OUT)
        throw new UserError('people.noField', { field: name, fields: fields.join(', ') });
      return [plainHeading(heading), field ?? null] as const;
    }),
  );
}

function mapRow<Field extends string>(
  { line, cells }: TableRow,
  wanted: ReadonlyMap<string, Field | null>,
  headings: Headings<Field>,
): ColumnMap<Field> {
  const plain = cells.map(plainHeading);
  const of: Partial<Record<Field, number>> = {};
  plain.forEach((heading, position) => {
    const field = wanted.get(heading);
    if (field) of[field] ??= position;
  });
  for (const field of fieldsOf(headings)) {
    // If two columns match, the one with the likelier heading.
    const usual = headings[field].map((name) => plain.indexOf(plainHeading(name)));
    const position = usual.find((at) => at >= 0 && !wanted.has(plain[at] ?? ''));
    if (position !== undefined) of[field] ??= position;
  }
  const used = new Set(Object.values(of));
  return { headingLine: line, titles: cells, of, unused: cells.filter((title, at) => title !== '' && !used.has(at)) };
}
