import { foldText } from '../../src/records/search/fold-text.ts';

/** A record number as people write it: its prefix, year and count, as far as given. */
export interface LooseNumber {
  readonly prefix: string | null;
  readonly year: number | null;
  readonly count: number;
  /** For a child: `A2`. */
  readonly child: string | null;
}

const LOOSE =
  /^(?:([a-z]{1,8})[\s#_-]*)?#?(?:(?:(20\d{2})|(\d{2}))[\s_-]+)?0*(\d{1,6})(?:[\s_-]*([a-z])[\s_-]?(\d{1,3}))?$/;

/** Parses `FD-2026-0042`, `FD-26-42`, `fd 42`, `fd42`, `#42`, `42`, `ＦＤ２０２６－４２`, `FD-2026-0042-A2`; null for anything else. */
export function readLooseNumber(text: string): LooseNumber | null {
  const said = foldText(text.slice(0, 60)).trim();
  // A year right after the prefix: `FD2026-42`.
  const parts = LOOSE.exec(said.replace(/^([a-z]{1,8})(20\d{2})(?=[\s_-])/, '$1-$2'));
  const [, prefix, longYear, shortYear, digits, letter, childCount] = parts ?? [];
  const count = Number(digits);
  if (digits === undefined || count === 0) return null;
  const year = longYear ?? (shortYear === undefined ? null : `20${shortYear}`);
  return {
    prefix: prefix?.toUpperCase() ?? null,
    year: year === null ? null : Number(year),
    count,
    child: letter === undefined ? null : `${letter.toUpperCase()}${Number(childCount)}`,
  };
}

/** How many years back a number without a year is searched for. */
const YEARS_BACK = 4;

/** The full numbers it may mean, newest year first: `prefixes` are those of the types that number by year. */
export function fullNumbers(
  { prefix, year, count, child }: LooseNumber,
  prefixes: readonly string[],
  thisYear: number,
): string[] {
  const years = year === null ? Array.from({ length: YEARS_BACK + 1 }, (_, back) => thisYear - back) : [year];
  const known = prefix === null ? prefixes : prefixes.filter((one) => one === prefix);
  const end = child === null ? '' : `-${child}`;
  return years.flatMap((each) => known.map((one) => `${one}-${each}-${String(count).padStart(4, '0')}${end}`));
}
